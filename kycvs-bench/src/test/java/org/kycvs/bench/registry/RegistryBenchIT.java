package org.kycvs.bench.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;
import org.kycvs.testing.TestDatabase;

/** The whole benchmark with few people; how long anything takes is not asserted. */
class RegistryBenchIT {
  private static final String NOTHING = "SELECT 1";
  private static final MasterKey KEY =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Calendar CALENDAR =
      new Calendar(
          Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC),
          ZoneId.of("Asia/Kolkata"));
  @TempDir Path folder;
  private final List<String> told = new ArrayList<>();

  @Test
  void run_twoSizesTwice_measuresAndAnswersAllRight() throws Exception {
    ThrowAwayDatabases databases = new ThrowAwayDatabases(folder, NOTHING);
    RegistryMeasure measure = run(databases, new BenchPlan(List.of(100L, 300L), 500, 1, 2));
    assertTrue(measure.isRight(), () -> new RegistryReport(measure).text());
    assertEquals(List.of(100L, 300L), measure.sizes().stream().map(SizeMeasure::people).toList());
    for (SizeMeasure size : measure.sizes()) {
      assertTrue(size.rows() > size.people() && size.doses() < size.rows(), size::toString);
      assertEquals(1_000, size.lookUps().asked());
      assertTrue(size.importByCopy() > 0 && size.imported().heapBytes() > 0, size::toString);
      assertTrue(size.person().table() > 0 && size.person().indexes() > 0, size::toString);
    }
    assertTrue(told.contains("300 people: copying the rows in"), told::toString);
  }

  @Test
  void run_atTheEnd_leavesNothingBehind() throws Exception {
    ThrowAwayDatabases databases = new ThrowAwayDatabases(folder, NOTHING);
    run(databases, new BenchPlan(List.of(50L), 10, 1, 1));
    assertEquals(0, databases.open());
    assertEquals(0, folder.toFile().list().length);
  }

  @Test
  void run_aDoseIsRevoked_theWrongStatusIsFound() throws Exception {
    String revoked = "UPDATE person SET doses[1].revoked_at = now() WHERE doses <> '{}'";
    RegistryMeasure measure =
        run(new ThrowAwayDatabases(folder, revoked), new BenchPlan(List.of(200L), 500, 1, 1));
    assertFalse(measure.isRight());
    LookUpMeasure lookUps = measure.sizes().get(0).lookUps();
    assertTrue(lookUps.wrong() > 0);
    assertTrue(
        lookUps
            .firstWrong()
            .get(0)
            .matches("expected status [12] of \\d{14}, got status [01] of \\d{14}"),
        lookUps::toString);
  }

  @Test
  void referredTo_isFoundThroughForeignKeys() throws SQLException {
    try (TestDatabase database = TestDatabase.fresh();
        Connection owner = database.owner().getConnection();
        Statement statement = owner.createStatement()) {
      assertEquals(Set.of(), new RegistryTables(owner).referredTo());
      statement.execute("CREATE TABLE batch_source (id int PRIMARY KEY)");
      statement.execute(
          "CREATE TABLE batch (id int PRIMARY KEY, source int REFERENCES batch_source)");
      statement.execute("ALTER TABLE person ADD COLUMN batch int REFERENCES batch");
      List<String> after = List.copyOf(new RegistryTables(owner).referredTo());
      assertTrue(after.indexOf("batch_source") < after.indexOf("batch"), after::toString);
      assertTrue(after.contains("batch_source"), after::toString);
    }
  }

  private RegistryMeasure run(ThrowAwayDatabases databases, BenchPlan plan)
      throws IOException, SQLException {
    return new RegistryBench(databases, KEY, CALENDAR, told::add).run(plan);
  }
}
