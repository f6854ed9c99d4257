package org.kycvs.systemtest.support;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** The people of the sample registry, and nobodies who are not in it. */
public final class People {
  private static final List<Person> ALL = read();
  private static final Iterator<Person> REGISTERED = onePerMobile("as-registered").iterator();

  private People() {}

  /** A registered person whom no other test asks about, named as registered. */
  public static Person registered() {
    synchronized (REGISTERED) {
      return REGISTERED.next();
    }
  }

  /** Somebody whose mobile the registry does not know. */
  public static Person nobody() {
    String mobile =
        String.format(
            Locale.ROOT, "+9198%08d", ThreadLocalRandom.current().nextInt(10_000_000, 100_000_000));
    return new Person(mobile, "Nemo Outis", "", "no-match", "nobody", 0);
  }

  /** At most so many rows of a case, spread evenly over the file. */
  public static List<Person> sample(String kind, int most) {
    List<Person> rows = ALL.stream().filter(row -> row.kind().equals(kind)).toList();
    int step = Math.max(1, (rows.size() + most - 1) / most);
    List<Person> chosen = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += step) {
      chosen.add(rows.get(i));
    }
    return chosen;
  }

  /** From the end of the file, so that they are others than the sampled ones at its beginning. */
  private static List<Person> onePerMobile(String kind) {
    Set<String> mobiles = new HashSet<>();
    List<Person> people = new ArrayList<>();
    for (int i = ALL.size() - 1; i >= 0; i--) {
      Person row = ALL.get(i);
      if (row.kind().equals(kind) && mobiles.add(row.mobile())) {
        people.add(row);
      }
    }
    return people;
  }

  private static List<Person> read() {
    Path file = Distribution.sample("sample-queries.csv");
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      return rows.stream()
          .map(
              row ->
                  new Person(
                      row.getField("mobile_number"),
                      row.getField("name"),
                      row.getField("birth_year"),
                      row.getField("expect"),
                      row.getField("case"),
                      row.getStartingLineNumber()))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
