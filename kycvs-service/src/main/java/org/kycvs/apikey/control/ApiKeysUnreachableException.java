package org.kycvs.apikey.control;

import java.io.Serial;
import java.sql.SQLException;

/** The database with the API keys failed; the cause says how. Nothing was changed. */
public final class ApiKeysUnreachableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** For this failure. */
  public ApiKeysUnreachableException(SQLException cause) {
    super("The database with the API keys failed", cause);
  }
}
