package org.kycvs.systemtest.support;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/**
 * The people of the sample registry, and nobodies who are not in it. Those whose mobile has no row
 * but plain ones are given out once each; the others are there to be sampled. So no test that
 * counts somebody's messages meets those of another.
 */
public final class People {
  private static final String PLAIN = "as-registered";
  private static final List<Person> ALL = read();
  private static final Set<String> SPECIAL_MOBILES = specialMobiles();
  private static final Iterator<Person> REGISTERED = onePerPlainMobile().iterator();

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
    List<Person> rows =
        ALL.stream()
            .filter(row -> row.kind().equals(kind) && SPECIAL_MOBILES.contains(row.mobile()))
            .toList();
    int step = Math.max(1, (rows.size() + most - 1) / most);
    List<Person> chosen = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += step) {
      chosen.add(rows.get(i));
    }
    return chosen;
  }

  private static Set<String> specialMobiles() {
    return ALL.stream()
        .filter(row -> !row.kind().equals(PLAIN))
        .map(Person::mobile)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Collection<Person> onePerPlainMobile() {
    Map<String, Person> people = new LinkedHashMap<>();
    ALL.stream()
        .filter(row -> !SPECIAL_MOBILES.contains(row.mobile()))
        .forEach(row -> people.putIfAbsent(row.mobile(), row));
    return people.values();
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
