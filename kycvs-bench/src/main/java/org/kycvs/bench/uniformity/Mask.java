package org.kycvs.bench.uniformity;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kycvs.bench.journey.Answer;

/**
 * Writes an answer down with what differs for each call by its nature replaced: ids, times, the
 * last digits of the mobile that the caller itself named, request ids, what is left of a rate
 * limit. All else must be the same for everybody, byte by byte. The order of headers is not seen:
 * Java's client does not tell it.
 */
final class Mask {
  private static final Pattern ID =
      Pattern.compile("\\b(ver|req|rcp|ses|org|key)_[0-9A-Za-z]{22}\\b");
  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]+)?Z");
  private static final Pattern MOBILE = Pattern.compile("(\\+91•{6})[0-9]{4}");

  /** That they are there is compared, what they say is not. */
  private static final Set<String> VARYING =
      Set.of("date", "x-request-id", "ratelimit", "ratelimit-policy", "retry-after");

  private static final String LENGTH = "content-length";

  private Mask() {}

  /** Status, headers by name, and body; one line each. */
  static String of(Answer answer) {
    StringBuilder text = new StringBuilder("status ").append(answer.status()).append('\n');
    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
    headers.remove(ConnectionEnds.HEADER); // looked at there
    headers.forEach((name, values) -> text.append(header(name, values, answer)).append('\n'));
    return text.append(masked(answer.body())).toString();
  }

  /** Times have more or fewer digits, so a length is compared with the body that it is of. */
  private static String header(String name, List<String> values, Answer answer) {
    if (VARYING.contains(name)) {
      return name + ": <varies>";
    }
    String value = String.join(", ", values);
    int bytes = answer.body().getBytes(StandardCharsets.UTF_8).length;
    if (name.equals(LENGTH) && value.equals(Integer.toString(bytes))) {
      return name + ": <that of the body>";
    }
    return name + ": " + masked(value);
  }

  static String masked(String text) {
    String withoutIds = ID.matcher(text).replaceAll("$1_<id>");
    String withoutTimes = TIME.matcher(withoutIds).replaceAll("<time>");
    return MOBILE.matcher(withoutTimes).replaceAll("$1<digits>");
  }
}
