package org.kycvs.registry.control.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.imports.RegistryRow.GivenDose;

/**
 * Some lines of a file, checked and sealed.
 *
 * @param lines how many
 * @param rows those that are good, as {@code staged_row} has them
 * @param refused those that are not
 */
record SealedRows(int lines, byte[] rows, List<RefusedRow> refused) {
  private static final int PERSON_FIELDS = 7;
  private static final int DOSE_FIELDS = 3;

  /** Checks and seals the lines; may be called by several threads. */
  static SealedRows of(List<CsvLine> lines, RowParser parser, PersonSeals seals)
      throws IOException {
    BinaryRows rows = new BinaryRows();
    List<RefusedRow> refused = new ArrayList<>();
    for (CsvLine line : lines) {
      ParsedRow row = parser.parse(line);
      if (row instanceof RegistryRow good) {
        add(good, seals, rows);
      } else if (row instanceof RefusedRow bad) {
        refused.add(bad);
      }
    }
    return new SealedRows(lines.size(), rows.bytes(), List.copyOf(refused));
  }

  private static void add(RegistryRow row, PersonSeals seals, BinaryRows rows) throws IOException {
    rows.row(PERSON_FIELDS + DOSE_FIELDS)
        .bigint(row.line())
        .bigint(row.reference())
        .bytes(seals.index(row.mobile()))
        .bytes(seals.seal(row.name(), row.reference()))
        .bytes(seals.seal(row.mobile(), row.reference()))
        .smallint(row.birthYear())
        .bytes(seals.digest(row.reference(), row.name(), row.mobile(), row.birthYear()));
    if (row.dose().isEmpty()) {
      rows.nulls(DOSE_FIELDS);
      return;
    }
    GivenDose dose = row.dose().get();
    rows.smallint(dose.number()).text(dose.product()).date(dose.givenOn());
  }
}
