package org.kycvs.registry.control.imports;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whatever is in a file: its rows are read or refused, to its end. */
class RegistryCsvFuzzTest {
  private static final byte[] HEADER =
      ("beneficiary_reference_id,name,birth_year,mobile_number,vaccine,dose,dose_date\n")
          .getBytes(StandardCharsets.US_ASCII);

  @FuzzTest
  void read_anyBytes_areRowsOrFaults(byte[] bytes) throws IOException {
    readAll(bytes);
    byte[] file = new byte[HEADER.length + bytes.length];
    System.arraycopy(HEADER, 0, file, 0, HEADER.length);
    System.arraycopy(bytes, 0, file, HEADER.length, bytes.length);
    readAll(file);
  }

  private static void readAll(byte[] file) throws IOException {
    RegistryCsv csv = new RegistryCsv(new ByteArrayInputStream(file), MendedRows.NONE);
    RowParser rows =
        new RowParser(LocalDate.of(2020, 12, 1), LocalDate.of(2026, 11, 22), Set.of("COVAXIN"));
    for (@Nullable CsvLine line = csv.next(); line != null; line = csv.next()) {
      rows.parse(line);
    }
  }
}
