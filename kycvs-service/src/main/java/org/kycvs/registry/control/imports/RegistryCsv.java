package org.kycvs.registry.control.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a registry file row by row, never more than one in memory: comma-separated values (RFC
 * 4180) in UTF-8, a byte order mark allowed, with the {@link RegistryColumn} names in the first
 * line. Other columns are passed over. Mended rows take the place of the file's own.
 */
final class RegistryCsv {
  private static final int LONGEST_ROW = 1 << 16;

  private final Iterator<CsvRecord> records;
  private final MendedRows mended;
  private final CsvColumns columns;
  private final List<RefusedRow> faults = new ArrayList<>();
  private long line;
  private boolean over;

  /** Reads the first line of the file. */
  RegistryCsv(InputStream file, MendedRows mended) throws IOException {
    this.records = records(file);
    this.mended = mended;
    CsvRecord header = read();
    this.columns = new CsvColumns(header == null ? List.of() : header.getFields());
    if (faults.isEmpty()) {
      columns.missing().forEach(column -> faults.add(missing(column)));
    }
    over = !faults.isEmpty();
  }

  /** The next row, or null after the last; then there may be {@link #faults}. */
  @Nullable CsvLine next() throws IOException {
    while (!over) {
      CsvRecord csv = read();
      if (csv == null) {
        over = true;
        mended.notIn(line).forEach(number -> faults.add(unknown(number)));
        return null;
      }
      CsvLine row = new CsvLine(line, mended.at(line).or(() -> columns.of(csv.getFields())));
      if (row.fields().filter(CsvFields::isEmpty).isEmpty()) {
        return row;
      }
    }
    return null;
  }

  /** What is wrong with the file as such: its first line, or where it could not be read further. */
  List<RefusedRow> faults() {
    return faults;
  }

  private static RefusedRow missing(RegistryColumn column) {
    return new RefusedRow(1, column, RefusalReason.COLUMN_MISSING);
  }

  private static RefusedRow unknown(long mendedLine) {
    return new RefusedRow(mendedLine, RefusalReason.MENDED_LINE_UNKNOWN);
  }

  /** The next record; null at the end, or where the text is broken, which is noted. */
  private @Nullable CsvRecord read() throws IOException {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord csv = records.next();
      line = csv.getStartingLineNumber();
      return csv;
    } catch (CsvParseException e) {
      faults.add(new RefusedRow(line + 1, RefusalReason.QUOTES_WRONG));
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof CharacterCodingException)) {
        throw e.getCause();
      }
      faults.add(new RefusedRow(line + 1, RefusalReason.NOT_UTF_8));
    }
    return null;
  }

  private static Iterator<CsvRecord> records(InputStream file) {
    return CsvReader.builder()
        .maxBufferSize(LONGEST_ROW)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(utf8(file))
        .iterator();
  }

  /** Refuses what is not UTF-8, where others would read question marks. */
  static Reader utf8(InputStream file) {
    return new InputStreamReader(
        file,
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
