package org.kycvs.registry.control.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Rows that take the place of those of a registry file, each by the line that it begins on: what an
 * import had refused, written to a file, and somebody mended. A mended row with nothing but its
 * line leaves that line out.
 */
public final class MendedRows {
  /** None: the file is as it should be. */
  public static final MendedRows NONE = new MendedRows(new TreeMap<>());

  static final String LINE = "line";
  private static final int MOST = 100_000;

  private final TreeMap<Long, CsvFields> rows;

  private MendedRows(TreeMap<Long, CsvFields> rows) {
    this.rows = rows;
  }

  /**
   * Reads a file of refused rows, as {@link RefusedRowsFile} writes it.
   *
   * @throws MendedRowsException if it is not such a file; the message says what to do
   * @throws IOException if it cannot be read
   */
  public static MendedRows read(InputStream file) throws IOException {
    TreeMap<Long, CsvFields> rows = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(RegistryCsv.utf8(file))) {
      for (NamedCsvRecord row : csv) {
        add(rows, row);
      }
      if (rows.isEmpty()) {
        throw new MendedRowsException("it has no rows");
      }
      return new MendedRows(rows);
    } catch (CsvParseException e) {
      throw new MendedRowsException("its quotes or numbers of fields are wrong", e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new MendedRowsException("save it as UTF-8", e);
      }
      throw e.getCause();
    }
  }

  private static void add(Map<Long, CsvFields> rows, NamedCsvRecord row) {
    CsvColumns columns = new CsvColumns(row.getHeader());
    if (!row.getHeader().contains(LINE) || !columns.missing().isEmpty()) {
      throw new MendedRowsException("its first line must be that of the file of refused rows");
    }
    long line = line(row);
    CsvFields fields =
        columns
            .of(row.getFields())
            .orElseThrow(
                () -> new MendedRowsException("its row of line " + line + " lacks fields"));
    if (rows.put(line, fields) != null) {
      throw new MendedRowsException("it has line " + line + " twice");
    }
    if (rows.size() > MOST) {
      throw new MendedRowsException("it has more than " + MOST + " rows: mend the file itself");
    }
  }

  private static long line(NamedCsvRecord row) {
    try {
      return Long.parseLong(CsvFields.strip(row.getField(LINE)));
    } catch (NumberFormatException e) {
      throw new MendedRowsException(
          "row " + row.getStartingLineNumber() + " has no number in column " + LINE, e);
    }
  }

  /** How many there are. */
  public int count() {
    return rows.size();
  }

  /** The row in the place of the one that begins on this line. */
  Optional<CsvFields> at(long line) {
    return Optional.ofNullable(rows.get(line));
  }

  /** The lines that a file whose last row begins on this line does not have. */
  Stream<Long> notIn(long lastLine) {
    return rows.tailMap(lastLine, false).keySet().stream();
  }
}
