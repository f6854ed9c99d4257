package org.kycvs.webshared.edge;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kycvs.shared.address.AddressRange;

/**
 * What one proxy told about whom it had the request from.
 *
 * @param from the address; empty if it is hidden, unknown or not one
 * @param secure whether the request reached the proxy over TLS, as it says
 */
record ForwardedHop(Optional<InetAddress> from, boolean secure) {
  /** Nothing that can be relied on. */
  static final ForwardedHop UNKNOWN = new ForwardedHop(Optional.empty(), false);

  private static final String PORT = "(?::(?:[0-9]{1,5}|_[A-Za-z0-9._-]+))?";

  /** RFC 7239, section 6: an IPv6 address is in brackets. */
  private static final Pattern NODE = Pattern.compile("(?:([0-9.]+)|\\[([0-9A-Fa-f:.]+)])" + PORT);

  /** The address of a node identifier (RFC 7239, section 6), without its port. */
  static Optional<InetAddress> address(String node) {
    Matcher form = NODE.matcher(node);
    if (!form.matches()) {
      return Optional.empty();
    }
    String inBrackets = form.group(2);
    return inBrackets != null && inBrackets.indexOf(':') < 0
        ? Optional.empty()
        : AddressRange.literal(inBrackets == null ? form.group(1) : inBrackets);
  }
}
