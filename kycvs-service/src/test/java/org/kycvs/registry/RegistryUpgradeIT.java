package org.kycvs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kycvs.testing.TestDatabase;

/** People who were in the registry before their doses moved into their rows are still there. */
class RegistryUpgradeIT {
  private static final String BEFORE = "20261121100100";

  private final RegistryFixture registry = new RegistryFixture();

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void migrate_peopleAndDosesOfBefore_areKept() throws SQLException {
    execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    TestDatabase.migrate(registry.database.owner(), BEFORE);
    execute(
        "INSERT INTO person SELECT sha256(n::text::bytea), n, '\\x01', '\\x02', 1980, 'Female',"
            + " sha256(n::text::bytea), now(), now() FROM generate_series(1, 100) n",
        "INSERT INTO dose SELECT sha256(n::text::bytea), n, d, 'COVAXIN', DATE '2021-05-01' + d,"
            + " 'B', 'C', now(), now(), CASE WHEN d = 2 THEN now() END"
            + " FROM generate_series(2, 100) n, generate_series(1, 3) d");
    TestDatabase.migrate(registry.database.owner());
    assertEquals(
        List.of("100 297 99"),
        registry.lines(
            "SELECT concat_ws(' ', (SELECT count(*) FROM person), count(*), count(revoked_at))"
                + " FROM person, unnest(doses)"));
    assertEquals(
        List.of("1980 COVAXIN 2021-05-04"),
        registry.lines(
            "SELECT DISTINCT concat_ws(' ', birth_year, product, given_on)"
                + " FROM person, unnest(doses) WHERE number = 3"));
    assertEquals(
        List.of("import 100"),
        registry.lines(
            "SELECT kind || ' ' || people_added FROM registry_change c"
                + " WHERE c.number IN (SELECT change FROM person)"));
  }

  @Test
  void migrate_registryThatWasEmpty_staysSo() throws SQLException {
    execute("DROP SCHEMA public CASCADE", "CREATE SCHEMA public");
    TestDatabase.migrate(registry.database.owner(), BEFORE);
    TestDatabase.migrate(registry.database.owner());
    assertEquals(List.of("0"), registry.lines("SELECT count(*) FROM registry_change"));
  }

  private void execute(String... statements) throws SQLException {
    try (Connection owner = registry.database.owner().getConnection();
        Statement statement = owner.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
