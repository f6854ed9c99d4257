package org.kycvs.registry.control.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that an import refused, with line, column and reason, to be mended and given to
 * the next import as {@link MendedRows}. It holds names and mobiles in clear, as the file itself.
 */
public final class RefusedRowsFile {
  private final InputStream file;
  private final MendedRows mended;

  /**
   * Of a file that was refused.
   *
   * @param file the same file, from its beginning
   * @param mended the rows that were taken in place of its own
   */
  public RefusedRowsFile(InputStream file, MendedRows mended) {
    this.file = file;
    this.mended = mended;
  }

  /**
   * Writes CSV (RFC 4180): the columns {@code line}, {@code column} and {@code reason}, then those
   * that are read of a registry file.
   *
   * @throws IOException if the file cannot be read or the text not be written
   */
  public void write(Refusals refusals, Writer text) throws IOException {
    List<String> header = new ArrayList<>(List.of(MendedRows.LINE, "column", "reason"));
    Arrays.stream(RegistryColumn.values()).map(RegistryColumn::header).forEach(header::add);
    CsvWriter csv = CsvWriter.builder().build(text);
    csv.writeRecord(header);
    RegistryCsv rows = new RegistryCsv(file, mended);
    CsvLine row = rows.next();
    for (Iterator<RefusedRow> each = refusals.rows().iterator(); each.hasNext(); ) {
      RefusedRow refused = each.next();
      while (row != null && row.number() < refused.line()) {
        row = rows.next();
      }
      csv.writeRecord(fields(refused, row));
    }
    csv.flush();
  }

  private static List<String> fields(RefusedRow refused, @Nullable CsvLine row) {
    List<String> fields = new ArrayList<>();
    fields.add(Long.toString(refused.line()));
    fields.add(refused.columnName());
    fields.add(refused.reason().code());
    Optional<CsvFields> written =
        row != null && row.number() == refused.line() ? row.fields() : Optional.empty();
    for (RegistryColumn column : RegistryColumn.values()) {
      fields.add(written.map(values -> values.get(column)).orElse(""));
    }
    return fields;
  }
}
