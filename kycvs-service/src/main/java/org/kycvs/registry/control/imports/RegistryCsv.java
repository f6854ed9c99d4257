package org.kycvs.registry.control.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a registry file row by row, never more than one in memory: comma-separated values (RFC
 * 4180) in UTF-8, a byte order mark allowed, with the {@link RegistryColumn} names in the first
 * line. Other columns are passed over.
 */
final class RegistryCsv {
  private static final int LONGEST_ROW = 1 << 16;

  private final Iterator<CsvRecord> records;
  private final RowParser parser;
  private final Map<RegistryColumn, Integer> positions = new EnumMap<>(RegistryColumn.class);
  private final Deque<RefusedRow> faults = new ArrayDeque<>();
  private int columns;
  private long line;
  private boolean over;

  /** Reads the first line of the file. */
  RegistryCsv(InputStream file, RowParser parser) throws IOException {
    this.parser = parser;
    this.records = records(file);
    readHeader();
  }

  /**
   * The next row, or null after the last. Where the text cannot be read further, the last row says
   * so; a file without the right first line has no rows but refusals.
   */
  @Nullable ParsedRow next() throws IOException {
    if (!faults.isEmpty()) {
      return faults.poll();
    }
    CsvRecord csv = over ? null : read();
    if (csv == null) {
      over = true;
      return faults.poll();
    }
    return csv.getFieldCount() == columns
        ? parser.parse(line, new CsvFields(positions, csv.getFields()))
        : new RefusedRow(line, RefusalReason.FIELD_COUNT_WRONG);
  }

  private void readHeader() throws IOException {
    CsvRecord header = read();
    List<String> names =
        header == null ? List.of() : header.getFields().stream().map(CsvFields::strip).toList();
    columns = names.size();
    for (RegistryColumn column : RegistryColumn.values()) {
      int position = names.indexOf(column.header());
      if (position < 0) {
        faults.add(new RefusedRow(1, column, RefusalReason.COLUMN_MISSING));
      }
      positions.put(column, position);
    }
    over = !faults.isEmpty();
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
    InputStreamReader text =
        new InputStreamReader(
            file,
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    return CsvReader.builder()
        .maxBufferSize(LONGEST_ROW)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text)
        .iterator();
  }
}
