package org.kycvs.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the migrations put into a database, and what the application may do with it. */
class RegistrySchemaIT {
  private static final String DENIED = "42501";

  private static RegistryFixture registry;

  @BeforeAll
  static void prepare() {
    registry = new RegistryFixture();
  }

  @AfterAll
  static void drop() {
    registry.close();
  }

  @Test
  void migrate_products_areThoseOfTheProductFile() throws IOException {
    List<String> file;
    try (BufferedReader csv =
        new BufferedReader(
            new InputStreamReader(
                RegistryFixture.sample("vaccine-products.csv"), StandardCharsets.UTF_8))) {
      file = csv.lines().skip(1).sorted().toList();
    }
    List<String> table =
        registry.lines(
            "SELECT concat_ws(',', code, manufacturer, primary_doses, minimum_interval_days,"
                + " interchange_group) FROM vaccine_product JOIN status_rule_product"
                + " ON product = code WHERE rule = 'in-2026-1'");
    assertEquals(11, file.size());
    assertEquals(file, table.stream().sorted().toList());
  }

  @Test
  void migrate_rule_isInForce() {
    assertEquals(
        List.of("in-2026-1 2026-01-01 2020-12-01 4"),
        registry.lines(
            "SELECT concat_ws(' ', name, effective_from, programme_start, grace_days)"
                + " FROM status_rule"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"person", "vaccine_product", "status_rule", "status_rule_product"})
  void application_registryTable_mayNotAdd(String table) throws SQLException {
    try (Connection application = registry.database.application().getConnection();
        Statement statement = application.createStatement()) {
      statement.execute("SELECT * FROM " + table);
      assertDenied(statement, "INSERT INTO " + table + " DEFAULT VALUES");
      assertDenied(statement, "CREATE TABLE mine (id int)");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person",
        "person_version",
        "registry_change",
        "merged_record",
        "registry_dispute",
        "registry_inspection",
        "inspected_record",
        "vaccine_product",
        "status_rule",
        "status_rule_product"
      })
  void application_registryTable_mayNotTakeAway(String table) throws SQLException {
    try (Connection application = registry.database.application().getConnection();
        Statement statement = application.createStatement()) {
      assertDenied(statement, "DELETE FROM " + table);
      assertDenied(statement, "TRUNCATE " + table);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person SET sealed_name = ''",
        "person SET birth_year = 1900",
        "person_version SET doses = '{}'",
        "registry_change SET made_by = 'x'",
        "registry_inspection SET operator = 'x'",
        "registry_dispute SET sealed_account = ''",
        "merged_record SET person = 1"
      })
  void application_whatIsOnRecord_mayNotBeRewritten(String update) throws SQLException {
    try (Connection application = registry.database.application().getConnection();
        Statement statement = application.createStatement()) {
      assertDenied(statement, "UPDATE " + update);
    }
  }

  private static void assertDenied(Statement statement, String sql) {
    assertEquals(
        DENIED, assertThrows(SQLException.class, () -> statement.execute(sql)).getSQLState());
  }
}
