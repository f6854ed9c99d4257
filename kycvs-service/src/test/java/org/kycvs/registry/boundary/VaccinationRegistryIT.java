package org.kycvs.registry.boundary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kycvs.consent.boundary.ConsentsForTests;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.PersonStore;
import org.kycvs.registry.control.RegistryDatabase;
import org.kycvs.registry.control.RegistryUnreachableException;
import org.kycvs.registry.control.StatusLookUp;
import org.kycvs.registry.control.StatusRules;
import org.kycvs.registry.entity.PersonQuery;
import org.kycvs.registry.entity.RegistryAnswer;
import org.kycvs.registry.entity.RegistryAnswer.Ambiguous;
import org.kycvs.registry.entity.RegistryAnswer.Found;
import org.kycvs.registry.entity.RegistryAnswer.NoMatch;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.KeptConnection;

/** Asks the sample registry, in real PostgreSQL, under the application's role. */
class VaccinationRegistryIT {
  private static final int SAMPLE_QUERIES = 1755;
  private static final PersonQuery ARJUN =
      PersonQuery.of(MobileNumber.parse("+917011000000"), "Arjun Pillai");

  private static RegistryFixture fixture;
  private static KeptConnection connection;
  private static VaccinationRegistry registry;

  @BeforeAll
  static void fill() throws IOException, SQLException {
    fixture = new RegistryFixture();
    fixture.importSample();
    connection = new KeptConnection(fixture.database.application());
    registry = registry(new RegistryDatabase(connection));
  }

  @AfterAll
  static void drop() throws SQLException {
    connection.close();
    fixture.close();
  }

  @Test
  void lookUp_sampleQueries_areAnsweredAsExpected() throws IOException {
    List<NamedCsvRecord> queries = sample("sample-queries.csv");
    assertEquals(SAMPLE_QUERIES, queries.size());
    assertAll(
        queries.stream()
            .map(row -> () -> assertEquals(row.getField("expect"), answer(row), row::toString)));
  }

  @Test
  void lookUp_found_saysRuleAndMoment() {
    Found found = assertInstanceOf(Found.class, lookUp(Mode.LIVE, ARJUN));
    assertEquals("in-2026-1", found.rule());
    assertEquals(RegistryFixture.NOW, found.asOf());
    assertEquals("10001100000024", found.person().value());
  }

  @Test
  void lookUp_yearThatDisagrees_isNoMatch() {
    assertInstanceOf(Found.class, lookUp(Mode.LIVE, ARJUN.bornIn(2000)));
    assertEquals(new NoMatch(), lookUp(Mode.LIVE, ARJUN.bornIn(2001)));
  }

  @Test
  void lookUp_unknownMobile_isNoMatch() {
    MobileNumber unknown = MobileNumber.parse("+919876543210");
    assertEquals(new NoMatch(), lookUp(Mode.LIVE, PersonQuery.of(unknown, "Arjun Pillai")));
  }

  @Test
  void lookUp_testMode_neverReadsTheRegistry() {
    VaccinationRegistry unreadable = registry(new RegistryDatabase(new BrokenDataSource()));
    PersonQuery partial =
        PersonQuery.of(TestPeople.mobile("+915555500001").orElseThrow(), "Anybody");
    Found found =
        assertInstanceOf(
            Found.class,
            unreadable.lookUp(ConsentsForTests.granted(Mode.TEST, RegistryFixture.NOW), partial));
    assertEquals(1, found.status().value());
    assertEquals(new NoMatch(), lookUp(Mode.TEST, ARJUN));
    assertEquals(new NoMatch(), lookUp(Mode.LIVE, partial));
  }

  @Test
  void lookUp_databaseFails_saysSoWithTheCause() {
    VaccinationRegistry unreadable = registry(new RegistryDatabase(new BrokenDataSource()));
    RegistryUnreachableException failure =
        assertThrows(
            RegistryUnreachableException.class,
            () ->
                unreadable.lookUp(ConsentsForTests.granted(Mode.LIVE, RegistryFixture.NOW), ARJUN));
    assertInstanceOf(SQLException.class, failure.getCause());
  }

  private static String answer(NamedCsvRecord row) {
    PersonQuery query =
        PersonQuery.of(MobileNumber.parse(row.getField("mobile_number")), row.getField("name"));
    String year = row.getField("birth_year");
    return word(lookUp(Mode.LIVE, year.isEmpty() ? query : query.bornIn(Integer.parseInt(year))));
  }

  private static List<NamedCsvRecord> sample(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(RegistryFixture.sample(name))) {
      return csv.stream().toList();
    }
  }

  private static String word(RegistryAnswer answer) {
    if (answer instanceof Found found) {
      return Integer.toString(found.status().value());
    }
    return answer instanceof Ambiguous ? "ambiguous" : "no-match";
  }

  private static RegistryAnswer lookUp(Mode mode, PersonQuery query) {
    return registry.lookUp(ConsentsForTests.granted(mode, RegistryFixture.NOW), query);
  }

  private static VaccinationRegistry registry(RegistryDatabase database) {
    Calendar calendar = fixture.calendar;
    MasterKey key = RegistryFixture.KEY;
    StatusLookUp lookUp =
        new StatusLookUp(
            new PersonStore(database, new PersonSeals(key)),
            new StatusRules(database, calendar.clock()),
            calendar);
    return new VaccinationRegistry(lookUp, calendar);
  }
}
