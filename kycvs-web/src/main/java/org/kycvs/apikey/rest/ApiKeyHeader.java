package org.kycvs.apikey.rest;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/** The API key of a call: {@code Authorization: Bearer <key>}, or {@code x-api-key: <key>}. */
public final class ApiKeyHeader {
  private static final Pattern BEARER =
      Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

  private ApiKeyHeader() {}

  /**
   * The presented key.
   *
   * @throws ProblemException {@code api-key-missing} or {@code api-key-malformed}
   */
  public static PresentedApiKey of(HttpHeaders headers) {
    return parsed(bearer(headers).or(() -> own(headers)));
  }

  /**
   * The presented key of one who may have a session's token in {@code Authorization}: there, {@code
   * x-api-key} goes first.
   *
   * @throws ProblemException {@code api-key-missing} or {@code api-key-malformed}
   */
  public static PresentedApiKey ownFirst(HttpHeaders headers) {
    return parsed(own(headers).or(() -> bearer(headers)));
  }

  /** What is given as a bearer token (RFC 6750, section 2.1), or all of another scheme. */
  public static Optional<String> bearer(HttpHeaders headers) {
    String authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (authorization == null) {
      return Optional.empty();
    }
    Matcher bearer = BEARER.matcher(authorization);
    return Optional.of(bearer.matches() ? bearer.group(1) : authorization);
  }

  private static Optional<String> own(HttpHeaders headers) {
    return Optional.ofNullable(headers.getHeaderString("x-api-key"));
  }

  private static PresentedApiKey parsed(Optional<String> given) {
    String text =
        given
            .map(String::strip)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.API_KEY_MISSING,
                        "Send your API key as Authorization: Bearer <key>."));
    return PresentedApiKey.parse(text)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.API_KEY_MALFORMED,
                    "This is not an API key: form or checksum is wrong. Was it copied whole?"));
  }
}
