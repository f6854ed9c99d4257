package org.kycvs.launcher.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** Makes roles and gives them passwords, without a password ever being in a statement. */
final class Roles {
  /** SQLSTATE class 28: wrong password, or a role that may not sign in. */
  private static final String AUTHORIZATION = "28";

  /** Of this database: the bytes of {@code kycvs:ro}, so that nobody else takes it by chance. */
  private static final String LOCK = "x'6b796376733a726f'::bit(64)::bigint";

  private Roles() {}

  /** What makes or changes roles. */
  @FunctionalInterface
  interface Work {
    /** Does it. */
    void run() throws SQLException;
  }

  /**
   * Does it while no other node of the installation does: none of it waits for others by itself.
   */
  static void alone(Connection connection, Work work) throws SQLException {
    execute(connection, "SELECT pg_advisory_lock(" + LOCK + ")");
    try {
      work.run();
    } finally {
      execute(connection, "SELECT pg_advisory_unlock(" + LOCK + ")");
    }
  }

  /** Makes a role without rights but the one named, if there is none of that name. */
  static void ensure(Connection connection, String role, String right) throws SQLException {
    if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
      execute(
          connection,
          "CREATE ROLE "
              + identifier(connection, role)
              + " LOGIN NOSUPERUSER NOCREATEDB NOREPLICATION NOBYPASSRLS "
              + right);
    }
  }

  /** Sets a role's password; only its SCRAM verifier is sent. */
  static void setPassword(Connection connection, String role, String password) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
  }

  /** Whether the login's role and password are right, tried on a database that exists. */
  static boolean canSignIn(DatabaseLogin login, DatabaseAddress address) throws SQLException {
    try (Connection connection =
        new DatabaseLogin(address, login.user(), login.password()).tryConnect()) {
      return connection.isValid(0);
    } catch (SQLException e) {
      if (String.valueOf(e.getSQLState()).startsWith(AUTHORIZATION)) {
        return false;
      }
      throw e;
    }
  }

  static boolean hasDatabase(Connection connection, String name) throws SQLException {
    return exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", name);
  }

  /** Whether a query with one parameter finds a row. */
  static boolean exists(Connection connection, String query, String parameter) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A name as an SQL identifier, in quotes where needed. */
  static String identifier(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.enquoteIdentifier(name, false);
    }
  }
}
