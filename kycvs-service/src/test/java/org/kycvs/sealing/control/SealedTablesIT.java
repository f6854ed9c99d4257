package org.kycvs.sealing.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which tables are described, and what the application may do to sealed values. */
class SealedTablesIT {
  private static final String DENIED = "42501";
  private static final String NOT_FOUND = "P0002";

  private static SealedRegistry sealed;

  @BeforeAll
  static void fill() {
    sealed = new SealedRegistry();
    sealed.fill();
  }

  @AfterAll
  static void drop() {
    sealed.close();
  }

  /** A feature that seals something describes it, or its key could be retired too early. */
  @Test
  void everyColumnWithSealedInItsName_isDescribed() {
    assertEquals(
        sealed.registry.lines(
            "SELECT c.table_name || '.' || c.column_name FROM information_schema.columns c"
                + " WHERE c.table_schema = current_schema() AND c.data_type = 'bytea'"
                + " AND c.column_name LIKE '%sealed%' AND c.table_name !~ '_[0-9]{2}$' ORDER BY 1"),
        sealed.registry.lines(
            "SELECT name || '.' || unnest(columns) FROM sealed_table ORDER BY 1"));
  }

  @Test
  void application_sealedValues_mayBeSwappedByTheFunctionOnly() throws SQLException {
    try (Connection application = sealed.registry.database.application().getConnection();
        Statement statement = application.createStatement()) {
      for (String sql :
          List.of(
              "UPDATE person SET sealed_name = sealed_name",
              "UPDATE signing_key SET private_key_sealed = private_key_sealed",
              "UPDATE organisation SET sealed_reason = sealed_reason",
              "UPDATE sealed_table SET label = label",
              "INSERT INTO sealed_table SELECT * FROM sealed_table",
              "DELETE FROM seal_walk")) {
        assertEquals(
            DENIED, assertThrows(SQLException.class, () -> statement.execute(sql)).getSQLState());
      }
    }
  }

  @Test
  void function_shorterValue_orOneOfTheSameKey_isRefused() throws SQLException {
    String sameKey = "set_byte(private_key_sealed, 30, 0)";
    String shorter = "substr(set_byte(private_key_sealed, 1, 0), 1, 35)";
    for (String wrong : List.of(sameKey, shorter, "NULL")) {
      SQLException refusal =
          assertThrows(SQLException.class, () -> swap("private_key_sealed", wrong));
      assertEquals(DENIED, refusal.getSQLState(), refusal.getMessage());
    }
  }

  @Test
  void function_valueThatIsNotAsItWas_changesNothing() throws SQLException {
    String known = "SELECT md5(private_key_sealed) FROM signing_key";
    List<String> before = sealed.registry.lines(known);
    swap("set_byte(private_key_sealed, 30, 7)", "set_byte(private_key_sealed, 1, 99)");
    assertEquals(before, sealed.registry.lines(known));
  }

  @Test
  void function_tablesThatItsCallerMadeUp_areNotFound() throws SQLException {
    try (Connection application = sealed.registry.database.application().getConnection();
        Statement statement = application.createStatement()) {
      statement.execute(
          "CREATE TEMPORARY TABLE sealed_table AS SELECT 'audit_entry' AS name, 'kycvs/x/1' AS"
              + " label, '{id}'::text[] AS row_key, '{text}'::text[] AS key_types,"
              + " '{leaf}'::text[] AS columns, '{id}'::text[] AS bound_to, NULL::interval AS"
              + " ends_after");
      for (String table : List.of("audit_entry", "verification", "otp_challenge")) {
        SQLException refusal =
            assertThrows(
                SQLException.class,
                () ->
                    statement.execute(
                        "SELECT seal_anew('%s', '{x}', ARRAY['\\x0101010101aa'::bytea],"
                                .formatted(table)
                            + " ARRAY['\\x0102020202aa'::bytea])"));
        assertEquals(NOT_FOUND, refusal.getSQLState(), refusal.getMessage());
      }
    }
  }

  private static void swap(String was, String becomes) throws SQLException {
    try (Connection application = sealed.registry.database.application().getConnection();
        PreparedStatement swap =
            application.prepareStatement(
                "SELECT seal_anew('signing_key', ARRAY[kid], ARRAY[%s], ARRAY[%s]::bytea[])"
                        .formatted(was, becomes)
                    + " FROM signing_key")) {
      swap.executeQuery().close();
    }
  }
}
