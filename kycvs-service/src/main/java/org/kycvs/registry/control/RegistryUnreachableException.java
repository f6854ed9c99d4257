package org.kycvs.registry.control;

import java.io.Serial;
import java.sql.SQLException;

/** The registry's database failed; the cause says how. Nothing was changed. */
public final class RegistryUnreachableException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** For this failure. */
  public RegistryUnreachableException(SQLException cause) {
    super("The registry's database failed", cause);
  }
}
