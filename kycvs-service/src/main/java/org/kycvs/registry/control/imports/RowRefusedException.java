package org.kycvs.registry.control.imports;

import java.io.Serial;

/** Leaves the checks of a row at the first that fails. It never leaves {@link RowParser}. */
final class RowRefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final RegistryColumn column;
  private final RefusalReason reason;

  RowRefusedException(RegistryColumn column, RefusalReason reason) {
    super(reason.code(), null, false, false);
    this.column = column;
    this.reason = reason;
  }

  RefusedRow onLine(long line) {
    return new RefusedRow(line, column, reason);
  }
}
