package org.kycvs.registry.control.imports;

/**
 * A row that cannot be imported. It does not repeat what the row holds.
 *
 * @param line the line of the file on which the row begins, from 1
 * @param column the name of the column at fault; empty if it is the whole row
 * @param reason what is wrong
 */
public record RefusedRow(long line, String column, RefusalReason reason) implements ParsedRow {

  RefusedRow(long line, RegistryColumn column, RefusalReason reason) {
    this(line, column.header(), reason);
  }

  RefusedRow(long line, RefusalReason reason) {
    this(line, "", reason);
  }
}
