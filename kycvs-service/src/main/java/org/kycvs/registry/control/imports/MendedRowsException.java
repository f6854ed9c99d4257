package org.kycvs.registry.control.imports;

import java.io.Serial;

/** A file of mended rows is not one; the message says what to do about it. */
public final class MendedRowsException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  MendedRowsException(String message) {
    super(message);
  }

  MendedRowsException(String message, Throwable cause) {
    super(message, cause);
  }
}
