package org.kycvs.registry.control.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.control.imports.ImportOutcome.Refused;

/** Files with rows that cannot be imported: each row is told, and nothing is imported. */
class RegistryImportRefusalIT {
  private static final String GOOD =
      "10001100059554,Asha Rao,1980,Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001";

  private static RegistryFixture registry;

  @BeforeAll
  static void prepare() {
    registry = new RegistryFixture();
  }

  @AfterAll
  static void drop() {
    registry.close();
  }

  @AfterEach
  void nothingWasImported() {
    assertEquals(List.of(), registry.content());
  }

  static Stream<Arguments> sampleRejects() throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(RegistryFixture.sample("sample-rejects.csv"))) {
      return csv.stream()
          .map(row -> Arguments.of(row.getField("reason"), withoutReason(row)))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("sampleRejects")
  void run_sampleReject_isRefusedWithItsReason(String reason, String row) {
    assertReasons(registry.importRows(row), "2 " + reason);
    assertReasons(registry.importRows(GOOD, GOOD, row, GOOD), "4 " + reason);
  }

  @Test
  void run_allSampleRejects_areAllRefused() throws IOException {
    List<String> expected = new ArrayList<>();
    sampleRejects().forEach(row -> expected.add((expected.size() + 2) + " " + row.get()[0]));
    assertEquals(13, expected.size());
    assertReasons(
        registry.run(RegistryFixture.sample("sample-rejects.csv")),
        expected.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource({"Asha Rao, Asha Reddy", "1980, 1981", "+917999999999, +917999999998"})
  void run_sameReferenceAnotherPerson_isAConflict(String said, String saidLater) {
    assertReasons(
        registry.importRows(GOOD, GOOD.replace(said, saidLater), GOOD), "3 reference-conflict");
  }

  @ParameterizedTest
  @CsvSource({"COVISHIELD, COVAXIN", "2021-05-01, 2021-05-02"})
  void run_sameDoseOtherwise_isAConflict(String said, String saidLater) {
    assertReasons(
        registry.importRows(GOOD, GOOD.replace(said, saidLater), GOOD), "3 dose-conflict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1895", "2027", "-1980"})
  void run_birthYearJustOutside_isRefused(String year) {
    assertReasons(registry.importRows(GOOD.replace("1980", year)), "2 birth-year-out-of-range");
  }

  @ParameterizedTest
  @CsvSource({
    "COVISHIELD, '', vaccine, vaccine-unknown",
    "2021-05-01, '', dose_date, date-invalid",
    "2021-05-01, 2026-11-22, dose_date, date-in-future",
    "2021-05-01, 2020-11-30, dose_date, date-before-programme",
    "',1,2021', ',,2021', dose, dose-not-a-number",
    "',1,2021', ',10,2021', dose, dose-out-of-range",
    "',1,2021', ',-1,2021', dose, dose-out-of-range",
    "10001100059554, 99999999999999999999, beneficiary_reference_id, reference-invalid",
    "Asha Rao, Asha\u0007Rao, name, value-invalid",
    "',B1', ',B1,more', '', field-count-wrong",
    "',B1', '', '', field-count-wrong"
  })
  void run_wrongField_isToldWithColumnAndReason(
      String said, String instead, String column, String reason) {
    Refused refused = refused(registry.importRows(GOOD.replace(said, instead)));
    assertEquals(1, refused.refusals().count());
    RefusedRow row = refused.refusals().rows().findFirst().orElseThrow();
    assertEquals(column, row.columnName());
    assertEquals(reason, row.reason().code());
    assertEquals(2, row.line());
  }

  @Test
  void run_headerLacksColumns_isRefusedWithEach() {
    assertReasons(
        registry.importText(RegistryFixture.HEADER.replace("birth_year,", "") + GOOD),
        "1 column-missing");
    assertEquals(7, refused(registry.importText("")).refusals().count());
  }

  @Test
  void run_bytesThatAreNotUtf8_areRefused() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write((RegistryFixture.HEADER + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    file.write(GOOD.replace("Asha", "Ren\u00e9").getBytes(StandardCharsets.ISO_8859_1));
    Refused refused = refused(registry.run(new ByteArrayInputStream(file.toByteArray())));
    assertEquals("not-utf-8", refused.refusals().rows().findFirst().orElseThrow().reason().code());
  }

  @Test
  void run_quotesLeftOpen_areRefused() {
    Refused refused = refused(registry.importRows(GOOD, GOOD.replace("Asha", "\"Asha\"x")));
    assertEquals(
        "quotes-wrong", refused.refusals().rows().findFirst().orElseThrow().reason().code());
  }

  @Test
  void run_manyRefusals_areAllTold() {
    String[] rows = new String[1_500];
    java.util.Arrays.fill(rows, GOOD.replace("1980", "x"));
    Refused refused = refused(registry.importRows(rows));
    assertEquals(1_500, refused.refusals().count());
    assertEquals(1_500, refused.rows());
    assertEquals(1_500, refused.refusals().rows().count());
  }

  private static void assertReasons(ImportOutcome outcome, String... linesAndReasons) {
    assertEquals(
        List.of(linesAndReasons),
        refused(outcome)
            .refusals()
            .rows()
            .map(row -> row.line() + " " + row.reason().code())
            .toList());
  }

  private static Refused refused(ImportOutcome outcome) {
    return assertInstanceOf(Refused.class, outcome);
  }

  private static String withoutReason(NamedCsvRecord row) {
    return String.join(",", row.getFields().subList(0, row.getFieldCount() - 1));
  }
}
