package org.kycvs.registry.control.imports;

import java.util.Optional;

/**
 * A row that cannot be imported. It does not repeat what the row holds.
 *
 * @param line the line of the file on which the row begins, from 1
 * @param column the column at fault; empty if it is the whole row
 * @param reason what is wrong
 */
public record RefusedRow(long line, Optional<RegistryColumn> column, RefusalReason reason)
    implements ParsedRow {

  RefusedRow(long line, RegistryColumn column, RefusalReason reason) {
    this(line, Optional.of(column), reason);
  }

  RefusedRow(long line, RefusalReason reason) {
    this(line, Optional.empty(), reason);
  }

  /** The name of the column at fault; empty if it is the whole row. */
  public String columnName() {
    return column.map(RegistryColumn::header).orElse("");
  }
}
