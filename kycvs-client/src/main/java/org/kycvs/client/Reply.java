package org.kycvs.client;

import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back, whole.
 *
 * @param at when it came, to understand a {@code Retry-After} that is a date
 */
record Reply(int status, HttpHeaders headers, byte[] body, Instant at) {
  private static final Duration LONGEST_WAIT = Duration.ofDays(2);
  private static final int MOST_DIGITS = 9;

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Without its parameters, in lower case; empty if there is none. */
  String mediaType() {
    return header("Content-Type")
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  /** The body as text; empty if it is not UTF-8. */
  Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** RFC 9110 section 10.2.3: seconds, or a date. Never negative, at most two days. */
  Optional<Duration> retryAfter() {
    return header("Retry-After").flatMap(this::wait);
  }

  private Optional<Duration> wait(String value) {
    Duration wait;
    if (!value.isEmpty()
        && value.length() <= MOST_DIGITS
        && value.chars().allMatch(c -> c >= '0' && c <= '9')) {
      wait = Duration.ofSeconds(Integer.parseInt(value));
    } else {
      try {
        Instant when = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
        wait = Duration.between(at, when);
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    if (wait.isNegative()) {
      return Optional.of(Duration.ZERO);
    }
    return Optional.of(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
  }
}
