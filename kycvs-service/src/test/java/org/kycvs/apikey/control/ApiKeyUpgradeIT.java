package org.kycvs.apikey.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.testing.TestDatabase;

/** Keys of an installation that was there before keys had limits. */
class ApiKeyUpgradeIT {
  private static final String BEFORE = "20261121220000";

  private final TestDatabase database = TestDatabase.fresh();
  private Connection owner;

  @BeforeEach
  void issueAndMigrate() throws SQLException {
    owner = database.owner().getConnection();
    execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    TestDatabase.migrate(database.owner(), BEFORE);
    execute(
        "INSERT INTO organisation VALUES ('org_' || repeat('1', 22), 'a', 'a', 'a', 'ACTIVE',"
            + " now()); INSERT INTO api_key VALUES ('key_' || repeat('1', 22), 'org_' ||"
            + " repeat('1', 22), 'LIVE', 'a', sha256('a'), now())");
    TestDatabase.migrate(database.owner());
  }

  @AfterEach
  void drop() throws SQLException {
    owner.close();
    database.close();
  }

  @Test
  void migrate_keyOfBefore_mayDoEverythingFromAnywhere() throws SQLException {
    assertEquals(
        "{verifications:write,verifications:read,statements:read} {} system:demonstration",
        line("SELECT concat_ws(' ', scopes, addresses, created_by, expires_at) FROM api_key"));
  }

  @Test
  void update_evenOfTheOwner_doesNotWiden() throws SQLException {
    execute("UPDATE api_key SET addresses = '{10.0.0.0/8,2001:db8::/32}', expires_at = now()");
    execute("UPDATE api_key SET addresses = '{10.1.0.0/16}', scopes = '{statements:read}'");
    execute("UPDATE api_key SET revoked_at = now()");
    for (String widening :
        new String[] {
          "addresses = '{}'",
          "addresses = '{10.2.0.0/16}'",
          "addresses = '{10.1.0.0/16,10.2.0.0/16}'",
          "addresses = '{10.0.0.0/15}'",
          "scopes = '{statements:read,verifications:read}'",
          "expires_at = NULL",
          "expires_at = now() + interval '1 day'",
          "revoked_at = NULL",
          "revoked_at = now() + interval '1 day'"
        }) {
      SQLException refusal =
          assertThrows(SQLException.class, () -> execute("UPDATE api_key SET " + widening));
      String message = String.valueOf(refusal.getMessage());
      assertTrue(message.contains("only becomes narrower"), widening + ": " + message);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }

  private String line(String sql) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertTrue(row.next());
      return row.getString(1);
    }
  }
}
