package org.kycvs.webhook.control.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.kycvs.webhook.control.http.Sent.Outcome;

/** What a receiver's answer means. */
final class AnswerMeaning {
  private static final int OK = 200;
  private static final int REDIRECTS = 300;
  private static final int CLIENT_ERRORS = 400;
  private static final int GONE = 410;
  private static final int TOO_MANY = 429;
  private static final int UNAVAILABLE = 503;

  private AnswerMeaning() {}

  static Outcome outcome(int status) {
    if (status >= OK && status < REDIRECTS) {
      return Outcome.DELIVERED;
    }
    return status == GONE ? Outcome.GONE : Outcome.REFUSED;
  }

  /** Why it is no success, in words for the organisation; empty if it is one. */
  static Optional<String> objection(int status) {
    return switch (outcome(status)) {
      case DELIVERED -> Optional.empty();
      case GONE ->
          Optional.of("The receiver answered 410: it is gone. The endpoint was disabled at once.");
      default ->
          Optional.of(
              status >= REDIRECTS && status < CLIENT_ERRORS
                  ? "The receiver answered "
                      + status
                      + ". Redirects are not followed: give the endpoint the URL that it leads to."
                  : "The receiver answered " + status + ". Only 2xx says that it took the event.");
    };
  }

  /** What {@code Retry-After} says (RFC 9110, section 10.2.3), of a 429 or 503 only. */
  static Optional<Duration> retryAfter(int status, Optional<String> header, Instant now) {
    if (status != TOO_MANY && status != UNAVAILABLE) {
      return Optional.empty();
    }
    return header.flatMap(text -> wait(text.strip(), now)).filter(wait -> !wait.isNegative());
  }

  private static Optional<Duration> wait(String text, Instant now) {
    try {
      return Optional.of(
          text.matches("[0-9]{1,9}")
              ? Duration.ofSeconds(Long.parseLong(text))
              : Duration.between(
                  now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
