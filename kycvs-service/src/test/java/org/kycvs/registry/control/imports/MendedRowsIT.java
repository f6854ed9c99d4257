package org.kycvs.registry.control.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.control.imports.ImportOutcome.Refused;

/** What was refused is written to a file, mended there, and imported with the rest. */
class MendedRowsIT {
  private static final String GOOD =
      "10001100059554,Asha Rao,1980,Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001";
  private static final String SECOND = GOOD.replace(",1,2021-05-01", ",2,2021-08-01");
  private static final String HEADER =
      "line,column,reason,beneficiary_reference_id,name,birth_year,mobile_number,vaccine,dose,"
          + "dose_date\r\n";
  private static final String FILE =
      RegistryFixture.file(
          GOOD,
          SECOND.replace("2021-08-01", "2021-02-30"),
          "10001100059555,\"Rao, \"\"Ravi\"\"\",19x0,Male,+917999999999,,,,,",
          GOOD.replace("COVISHIELD", "COVAXIN"));

  private final RegistryFixture registry = new RegistryFixture();

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void write_refusedRows_tellsLineColumnReasonAndTheRowAsItWas() {
    assertEquals(
        HEADER
            + "3,dose_date,date-invalid,10001100059554,Asha Rao,1980,+917999999999,COVISHIELD,2,"
            + "2021-02-30\r\n"
            + "4,birth_year,birth-year-not-a-number,10001100059555,\"Rao, \"\"Ravi\"\"\",19x0,"
            + "+917999999999,,,\r\n"
            + "5,dose,dose-conflict,10001100059554,Asha Rao,1980,+917999999999,COVAXIN,1,"
            + "2021-05-01\r\n",
        refusedRows(MendedRows.NONE));
  }

  @Test
  void run_withMendedRows_takesTheWholeFileIn() {
    String mended =
        refusedRows(MendedRows.NONE)
            .replace("2021-02-30", "2021-08-01")
            .replace("19x0", "1970")
            .replace("COVAXIN", "COVISHIELD");
    assertEquals(new ImportCounts(4, 2, 0, 2, 2, 0, 2), imported(mended));
  }

  @Test
  void run_mendedRowWithNothingButItsLine_leavesTheLineOut() {
    assertEquals(
        new ImportCounts(1, 1, 0, 1, 1, 0, 1),
        imported(HEADER + "3,,,,,,,,,\r\n4,,,,,,,,,\r\n5,,,,,,,,,\r\n"));
  }

  @Test
  void run_mendedRowThatIsStillWrong_isRefusedAsMended() {
    String mended = refusedRows(MendedRows.NONE).replace("19x0", "1870").replace("-30", "-20");
    String again = refusedRows(read(mended));
    assertTrue(again.contains("4,birth_year,birth-year-out-of-range,10001100059555"), again);
    assertTrue(again.contains(",1870,"), again);
    assertEquals(3, again.lines().count(), again);
  }

  @Test
  void run_mendedLineThatTheFileLacks_isRefused() {
    Refused refused = assertInstanceOf(Refused.class, run(read(HEADER + "99,,,,,,,,,\r\n")));
    assertEquals(
        List.of("3", "4", "5", "99 mended-line-unknown"),
        refused
            .refusals()
            .rows()
            .map(row -> row.line() + (row.line() == 99 ? " " + row.reason().code() : ""))
            .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "'line,name\n', no rows",
    "'', no rows",
    "'line,name\n2,Asha\n', first line",
    "'name\nAsha\n', first line",
    "'HEADERx,,,,,,,,,\n', no number",
    "'HEADER3,,,,,,,,,\n3,,,,,,,,,\n', twice",
    "'HEADER3,,\n', fields",
    "'HEADER3,\"a\"b,,,,,,,,\n', quotes"
  })
  void read_whatIsNoFileOfMendedRows_isRefusedWithWhatToDo(String text, String told) {
    MendedRowsException refusal =
        assertThrows(MendedRowsException.class, () -> read(text.replace("HEADER", HEADER)));
    assertTrue(String.valueOf(refusal.getMessage()).contains(told), refusal.getMessage());
  }

  private ImportCounts imported(String mended) {
    return assertInstanceOf(Imported.class, run(read(mended))).counts();
  }

  private String refusedRows(MendedRows mended) {
    Refused refused = assertInstanceOf(Refused.class, run(mended));
    StringWriter text = new StringWriter();
    try {
      new RefusedRowsFile(bytes(FILE), mended).write(refused.refusals(), text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return text.toString();
  }

  private ImportOutcome run(MendedRows mended) {
    try (Connection owner = registry.database.owner().getConnection()) {
      return new RegistryImport(owner, RegistryFixture.KEY, registry.calendar)
          .run(bytes(FILE), mended, ImportProgress.NONE);
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static MendedRows read(String text) {
    try {
      return MendedRows.read(bytes(text));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
