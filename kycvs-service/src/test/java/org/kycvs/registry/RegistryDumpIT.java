package org.kycvs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.control.RegistryDatabase;
import org.kycvs.registry.control.changes.Disputes;
import org.kycvs.registry.control.changes.DoseActs;
import org.kycvs.registry.control.changes.Inspections;
import org.kycvs.registry.control.changes.RecordTransactions;
import org.kycvs.registry.entity.DisputeGround;
import org.kycvs.shared.actor.CommandLineActor;
import org.postgresql.PGConnection;

/** Whoever steals a dump of the database learns no name and no mobile. */
class RegistryDumpIT {
  private static final int NATIONAL_DIGITS = 10;
  private static final String ASHA =
      "10001100059554,Asha Parekh Rao,1980,Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001";

  private static RegistryFixture registry;
  private static String dump;

  @BeforeAll
  static void fill() throws SQLException, IOException {
    registry = new RegistryFixture();
    registry.importSample();
    registry.importRows(ASHA);
    registry.importRows(ASHA.replace("Rao", "Reddy").replace("9999", "9998"));
    CommandLineActor operator = CommandLineActor.holding(RegistryFixture.KEY);
    RecordTransactions transactions =
        new RecordTransactions(
            new RegistryDatabase(registry.database.owner()),
            RegistryFixture.KEY,
            registry.calendar);
    String told = "Asha Parekh Rao called from +917999999999";
    transactions.run(in -> new Inspections(in).begin(operator, told));
    transactions.run(in -> new DoseActs(in).revoke(operator, 10001100059554L, 1, told));
    transactions.run(
        in -> new Disputes(in).raise(operator, 10001100059554L, DisputeGround.NOT_ME, told));
    dump = dump();
  }

  @AfterAll
  static void drop() {
    registry.close();
  }

  @Test
  void dump_isOfTheWholeRegistry() {
    assertTrue(dump.contains("10001100059554"));
    assertTrue(dump.contains("registry-imported"));
    assertTrue(dump.contains("not-me"));
    assertTrue(dump.contains("Serum Institute of India"));
  }

  @Test
  void dump_holdsNoNameAndNoMobile() throws IOException {
    Set<String> secrets = secrets();
    assertEquals(2, secrets.stream().filter(secret -> secret.contains("799999999")).count());
    assertEquals(List.of(), secrets.stream().filter(dump::contains).toList());
  }

  /** Each name and mobile in clear and in the ways that a dump writes bytes. */
  private static Set<String> secrets() throws IOException {
    Set<String> secrets = new HashSet<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(RegistryFixture.sample("sample-registry.csv"))) {
      for (NamedCsvRecord row : csv) {
        addName(secrets, row.getField("name"));
        addMobile(secrets, row.getField("mobile_number"));
      }
    }
    addName(secrets, "Asha Parekh Rao");
    addMobile(secrets, "+917999999999");
    addMobile(secrets, "+917999999998");
    return secrets;
  }

  private static void addName(Set<String> secrets, String name) {
    add(secrets, name);
    add(secrets, name.toUpperCase(Locale.ROOT));
    add(secrets, name.toLowerCase(Locale.ROOT));
  }

  private static void addMobile(Set<String> secrets, String mobile) {
    add(secrets, mobile.substring(mobile.length() - NATIONAL_DIGITS));
  }

  private static void add(Set<String> secrets, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    secrets.add(text);
    secrets.add(HexFormat.of().formatHex(bytes));
    secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }

  /** All rows of all tables, as a dump writes them. */
  private static String dump() throws SQLException, IOException {
    StringWriter text = new StringWriter();
    try (Connection owner = registry.database.owner().getConnection()) {
      for (String table :
          registry.lines(
              "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables"
                  + " WHERE schemaname NOT IN ('pg_catalog', 'information_schema')")) {
        owner
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", text);
      }
    }
    return text.toString();
  }
}
