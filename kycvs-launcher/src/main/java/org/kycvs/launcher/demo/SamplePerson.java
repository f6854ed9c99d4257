package org.kycvs.launcher.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.kycvs.launcher.place.Installation;

/**
 * Somebody from the sample registry.
 *
 * @param mobile in E.164 form
 * @param name as the person would give it
 */
public record SamplePerson(String mobile, String name) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * Somebody who is fully vaccinated and alone with that name on that mobile; another one each
   * time, because the number of messages that one mobile is sent is limited.
   */
  public static SamplePerson anyFullyVaccinated(Installation installation) throws IOException {
    Path queries = installation.databaseScripts().resolve("sample").resolve("sample-queries.csv");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(queries)) {
      List<SamplePerson> people =
          rows.stream()
              .filter(row -> row.getField("expect").equals("2"))
              .filter(row -> row.getField("case").equals("as-registered"))
              .filter(row -> row.getField("birth_year").isEmpty())
              .map(row -> new SamplePerson(row.getField("mobile_number"), row.getField("name")))
              .toList();
      return people.get(RANDOM.nextInt(people.size()));
    }
  }
}
