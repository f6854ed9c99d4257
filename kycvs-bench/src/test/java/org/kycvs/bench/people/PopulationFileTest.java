package org.kycvs.bench.people;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationFileTest {
  private static final int PEOPLE = 5_000;
  @TempDir Path folder;

  @Test
  void write_sameSeed_isTheSameFile() throws IOException {
    assertArrayEquals(
        Files.readAllBytes(file(PEOPLE, 7, "a.csv")), Files.readAllBytes(file(PEOPLE, 7, "b.csv")));
  }

  @Test
  void write_anotherSeed_isAnotherFile() throws IOException {
    assertFalse(
        Files.readString(file(PEOPLE, 7, "a.csv"))
            .equals(Files.readString(file(PEOPLE, 8, "b.csv"))));
  }

  @Test
  void write_hasTheSampleRegistrysColumns() throws IOException {
    List<String> sample = Files.readAllLines(Path.of("..", "db", "sample", "sample-registry.csv"));
    assertEquals(sample.get(0), Files.readAllLines(file(1, 1, "a.csv")).get(0));
  }

  @Test
  void write_everybodyIsThereWithAllDoses_eachRowOnce() throws IOException {
    PopulationFile made = new PopulationFile(new Population(PEOPLE, 1));
    Path file = folder.resolve("people.csv");
    made.write(file, rows -> {});
    List<String> rows = Files.readAllLines(file);
    rows.remove(0);
    assertEquals(rows.size(), made.rows());
    assertEquals(rows.size(), new HashSet<>(rows).size());
    assertEquals(rows.stream().filter(row -> !row.endsWith(",,,,,")).count(), made.doses());
    assertEquals(PEOPLE, byReference(rows).size());
  }

  /** The sample registry has 1.78. */
  @Test
  void write_hasAboutAsManyRowsAPersonAsTheSample() throws IOException {
    double rows = Files.readAllLines(file(PEOPLE, 1, "a.csv")).size() - 1.0;
    assertEquals(1.8, rows / PEOPLE, 0.05);
  }

  @Test
  void write_rowsOfOnePersonAreMostlyApart() throws IOException {
    List<String> rows = Files.readAllLines(file(PEOPLE, 1, "a.csv"));
    long neighbours = 0;
    for (int i = 2; i < rows.size(); i++) {
      neighbours += reference(rows.get(i)).equals(reference(rows.get(i - 1))) ? 1 : 0;
    }
    assertTrue(neighbours < PEOPLE / 4, neighbours + " rows follow one of the same person");
  }

  private Path file(long people, long seed, String name) throws IOException {
    Path file = folder.resolve(name);
    new PopulationFile(new Population(people, seed)).write(file, rows -> {});
    return file;
  }

  private static Map<String, List<String>> byReference(List<String> rows) {
    return rows.stream().collect(Collectors.groupingBy(PopulationFileTest::reference));
  }

  private static String reference(String row) {
    return row.substring(0, row.indexOf(','));
  }
}
