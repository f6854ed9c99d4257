package org.kycvs.systemtest.support;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The people of the sample registry, and nobodies who are not in it. Every fourth mobile, and each
 * that has a rare row, is there to be sampled; the others are given out once each. So no test that
 * counts somebody's messages meets those of another.
 */
public final class People {
  private static final String PLAIN = "as-registered";
  private static final Set<String> RARE = Set.of("same-name-twice", "year-decides");
  private static final int SAMPLED_OF = 4;
  private static final List<Person> ALL = read();
  private static final Set<String> SAMPLED = sampledMobiles();
  private static final Iterator<Person> REGISTERED = onePerOtherMobile().iterator();

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
            .filter(row -> row.kind().equals(kind) && SAMPLED.contains(row.mobile()))
            .toList();
    int step = Math.max(1, (rows.size() + most - 1) / most);
    List<Person> chosen = new ArrayList<>();
    for (int i = 0; i < rows.size(); i += step) {
      chosen.add(rows.get(i));
    }
    return chosen;
  }

  private static Set<String> sampledMobiles() {
    List<String> mobiles = ALL.stream().map(Person::mobile).distinct().toList();
    Set<String> sampled = new HashSet<>();
    for (int i = 0; i < mobiles.size(); i += SAMPLED_OF) {
      sampled.add(mobiles.get(i));
    }
    ALL.stream().filter(row -> RARE.contains(row.kind())).map(Person::mobile).forEach(sampled::add);
    return sampled;
  }

  private static Collection<Person> onePerOtherMobile() {
    Map<String, Person> people = new LinkedHashMap<>();
    ALL.stream()
        .filter(row -> row.kind().equals(PLAIN) && !SAMPLED.contains(row.mobile()))
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
