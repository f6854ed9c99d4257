package org.kycvs.bench.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryReportTest {
  private static final String TEXT = new RegistryReport(Measures.right()).text();

  @Test
  void text_hasAColumnForEachSize() {
    assertEquals(List.of("people", "100,000", "1,000,000"), words("  people"));
    assertEquals(List.of("rows", "a", "second", "50,000", "500,000"), words("  rows a second"));
    assertEquals(
        List.of("import", "/", "raw", "COPY,", "in", "time", "2.00", "2.00"), words("  import /"));
  }

  @Test
  void text_countsBytesByPersonAndByDose() {
    assertTrue(line("  a person, with").endsWith(" 400"), TEXT);
    assertTrue(line("    row ").endsWith(" 300"), TEXT);
    assertTrue(line("    index entries").endsWith(" 100"), TEXT);
    assertTrue(line("  a dose, with").endsWith(" 267"), TEXT);
  }

  @Test
  void text_allRight_saysSoAtTheEnd() {
    assertTrue(TEXT.endsWith("Every look-up was answered as expected."), TEXT);
  }

  @Test
  void text_wrongAnswers_areTold() {
    String wrong = new RegistryReport(Measures.wrong()).text();
    assertTrue(wrong.endsWith("WRONG ANSWERS: expected no match, got ambiguous"), wrong);
  }

  @Test
  void text_fitsATerminalWithTwoSizes() {
    assertTrue(TEXT.lines().allMatch(line -> line.length() <= 80), TEXT);
    assertFalse(TEXT.endsWith("\n"));
  }

  @Test
  void json_namesItsUnits() {
    String json = RegistryJson.of(Measures.right());
    assertTrue(json.contains("\"right\":true"), json);
    assertTrue(json.contains("\"p99Micros\":450"), json);
    assertTrue(json.contains("\"importByCopy\":2.0"), json);
    assertTrue(json.contains("\"bytesPerPerson\":400.0"), json);
    assertEquals(1, json.lines().count());
  }

  @Test
  void json_wrongAnswers_areTold() {
    String json = RegistryJson.of(Measures.wrong());
    assertTrue(json.contains("\"right\":false"), json);
    assertTrue(json.contains("\"firstWrong\":[\"expected no match, got ambiguous\"]"), json);
  }

  @Test
  void percentile_isTheSmallestTimeThatCoversTheShare() {
    long[] nanos = {1_000, 2_000, 3_000, 4_000};
    assertEquals(2.0, MeasuredLookUps.percentile(nanos, 50));
    assertEquals(3.0, MeasuredLookUps.percentile(nanos, 51));
    assertEquals(4.0, MeasuredLookUps.percentile(nanos, 100));
    assertEquals(1.0, MeasuredLookUps.percentile(new long[] {1_000}, 1));
  }

  @Test
  void median_ofTwo_isTheirMean() {
    assertEquals(2.0, Median.of(List.of(3.0, 1.0, 2.0), value -> value));
    assertEquals(1.5, Median.of(List.of(2.0, 1.0), value -> value));
  }

  private static String line(String begin) {
    return TEXT.lines().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
  }

  private static List<String> words(String begin) {
    return List.of(line(begin).strip().split("\\s+"));
  }
}
