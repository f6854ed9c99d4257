package org.kycvs.webshared.edge;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kycvs.shared.address.AddressRange;

/**
 * Reads one line of what proxies tell, from the client's end to ours. Whoever calls may have
 * written the beginning of it: a line that is not formed as it should be counts as one hop that
 * nothing is known of.
 */
final class ForwardedLine {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final String QUOTED =
      "\"((?:[\\t \\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\\t\\x20-\\x7E])*+)\"";

  /** One pair with what follows it: more of this hop, the next hop, or the end. */
  private static final Pattern PAIR =
      Pattern.compile("[\\t ]*(" + TOKEN + ")=(?:(" + TOKEN + ")|" + QUOTED + ")[\\t ]*(;|,|$)");

  private static final List<ForwardedHop> MALFORMED = List.of(ForwardedHop.UNKNOWN);

  private ForwardedLine() {}

  /** A line of {@code Forwarded} (RFC 7239, section 4). */
  static List<ForwardedHop> standard(String line) {
    List<ForwardedHop> hops = new ArrayList<>();
    Map<String, String> pairs = new HashMap<>();
    Matcher pair = PAIR.matcher(line);
    int at = 0;
    while (pair.region(at, line.length()).lookingAt()) {
      String name = pair.group(1).toLowerCase(Locale.ROOT);
      String quoted = pair.group(3);
      String value = quoted == null ? pair.group(2) : quoted.replaceAll("\\\\(.)", "$1");
      if (pairs.putIfAbsent(name, value) != null) {
        return MALFORMED; // each parameter once (section 4)
      }
      at = pair.end();
      if (!pair.group(4).equals(";")) {
        hops.add(
            new ForwardedHop(
                ForwardedHop.address(pairs.getOrDefault("for", "")),
                "https".equalsIgnoreCase(pairs.get("proto"))));
        pairs.clear();
      }
      if (pair.group(4).isEmpty()) {
        return hops;
      }
    }
    return MALFORMED;
  }

  /** A line of {@code X-Forwarded-For}; addresses with or without brackets and ports. */
  static List<ForwardedHop> common(String line) {
    List<ForwardedHop> hops = new ArrayList<>();
    for (String part : line.split(",", -1)) {
      String node = part.strip();
      Optional<InetAddress> address =
          AddressRange.literal(node).or(() -> ForwardedHop.address(node));
      hops.add(new ForwardedHop(address, false));
    }
    return hops;
  }
}
