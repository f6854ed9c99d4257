package org.kycvs.webhook.control.http;

import java.io.IOException;
import java.io.Serial;

/** An endpoint's name leads where nothing may be sent. */
final class RefusedTargetException extends IOException {
  @Serial private static final long serialVersionUID = 1L;

  RefusedTargetException(String message) {
    super(message);
  }
}
