package org.kycvs.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A problem document (RFC 9457) as it came.
 *
 * @param code for programs; of an open set
 * @param requestId names the request to whoever runs the server
 * @param retryAfter how long to wait before trying again
 * @param numbers further members that are numbers, such as {@code triesLeft}
 */
record Problem(
    String code,
    int status,
    String title,
    String detail,
    Optional<String> requestId,
    List<InputError> errors,
    Optional<Duration> retryAfter,
    Map<String, Integer> numbers) {

  static final String MEDIA_TYPE = "application/problem+json";

  /**
   * Reads one.
   *
   * @throws WrongFormException if it has no code, or a part has another form
   */
  static Problem read(Members document, Reply reply) {
    return new Problem(
        document.text("code"),
        reply.status(),
        document.optionalText("title").orElse(""),
        document.optionalText("detail").orElse(""),
        document.optionalText("requestId").or(() -> reply.header("X-Request-Id")),
        document.objects("errors").stream()
            .map(
                error ->
                    new InputError(
                        error.optionalText("pointer").orElse(""),
                        error.optionalText("code").orElse(""),
                        error.optionalText("detail").orElse("")))
            .toList(),
        reply.retryAfter().or(() -> document.optionalNumber("retryAfter").map(Duration::ofSeconds)),
        document.numbers());
  }

  /** A number that this problem must have. */
  int number(String name) {
    Integer number = numbers.get(name);
    if (number == null) {
      throw new WrongFormException("its member " + name + " is missing");
    }
    return number;
  }
}
