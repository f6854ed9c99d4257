package org.kycvs.apikey.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.kycvs.apikey.entity.IdempotencyKey;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.webshared.edge.RequestBody;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.InvalidInputException;

/** The header by which a caller says that a call is to be done once, however often it is sent. */
public final class IdempotencyHeader {
  /** Its name. */
  public static final String NAME = "Idempotency-Key";

  private IdempotencyHeader() {}

  /**
   * The call that the header names, or empty without the header.
   *
   * @throws InvalidInputException if it came twice or is no key
   */
  public static Optional<OnceCall> of(HttpServletRequest request) {
    return key(Collections.list(request.getHeaders(NAME)))
        .map(
            key ->
                new OnceCall(
                    key, request.getMethod(), request.getRequestURI(), RequestBody.of(request)));
  }

  /** The key in all the values that the header came with. */
  static Optional<IdempotencyKey> key(List<String> values) {
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Optional<IdempotencyKey> key =
        values.size() == 1 ? IdempotencyKey.parse(values.get(0)) : Optional.empty();
    if (key.isEmpty()) {
      throw new InvalidInputException(
          List.of(
              new InputError(
                  NAME,
                  "invalid",
                  "Send it once, with 1 to 255 visible ASCII characters, such as a UUID.")));
    }
    return key;
  }
}
