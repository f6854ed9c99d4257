package org.kycvs.apikey.entity;

import java.io.Serial;

/**
 * A key refuses what is to be done to it. Boundaries turn it into a result; nothing was changed.
 */
public final class ApiKeyRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final ApiKeyRefusal reason;

  /** For this reason. */
  public ApiKeyRefusedException(ApiKeyRefusal reason) {
    super(reason.explanation());
    this.reason = reason;
  }

  /** Why. */
  public ApiKeyRefusal reason() {
    return reason;
  }
}
