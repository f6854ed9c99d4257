package org.kycvs.apikey.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller names one call by, so that sending it again does not do it again: 1 to 255 visible
 * ASCII characters. It never prints itself, since nobody knows what callers put there.
 *
 * @param text without the quotes that it may have come in
 */
public record IdempotencyKey(String text) {
  private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7E]{1,255}");

  /**
   * A string of RFC 8941 section 3.3.3: within quotes, a backslash before quote and backslash.
   * Possessive, since what can be tried another way is kept on the stack, which a header as long as
   * the server takes would overflow.
   */
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])*+)\"");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\])");

  /** Refuses what {@link #parse} does not give. */
  public IdempotencyKey {
    if (!PLAIN.matcher(text).matches()) {
      throw new IllegalArgumentException("Not 1 to 255 visible ASCII characters");
    }
  }

  /**
   * The key of a header's value: as it is, or, if it begins with a quote, as the structured string
   * of draft-ietf-httpapi-idempotency-key-header. {@code abc} and {@code "abc"} are the same key.
   */
  public static Optional<IdempotencyKey> parse(String header) {
    String value = header.strip();
    if (value.startsWith("\"")) {
      Matcher quoted = QUOTED.matcher(value);
      return quoted.matches()
          ? of(ESCAPE.matcher(quoted.group(1)).replaceAll("$1"))
          : Optional.empty();
    }
    return of(value);
  }

  private static Optional<IdempotencyKey> of(String text) {
    return PLAIN.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return "IdempotencyKey(…)";
  }
}
