package org.kycvs.launcher.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.shared.crypto.MasterKey;

/**
 * The role that the application signs in as. It owns nothing; the grants give it what each feature
 * needs. Unless the operator made it, its name is the owner's with {@code _app}, and its password
 * follows from the master key, so that all nodes of an installation agree on it.
 */
public final class ApplicationRole {
  private static final String SUFFIX = "_app";
  private static final String LABEL = "kycvs/database-role/1";

  private ApplicationRole() {}

  /** The login that follows from owner and master key. */
  public static DatabaseLogin derived(DatabaseLogin owner, MasterKey key) {
    String user = owner.user() + SUFFIX;
    byte[] password = key.keyedHash(LABEL).of(user);
    return new DatabaseLogin(
        owner.address(), user, Base64.getUrlEncoder().withoutPadding().encodeToString(password));
  }

  /**
   * Makes sure that a derived login works and may do no more than it should. Several nodes may try
   * at once.
   *
   * @throws CommandException if the owner may not make the role (the line has the SQL to run), or
   *     if the role is too mighty
   */
  public static void ensure(Connection owner, DatabaseLogin application) {
    try {
      Roles.alone(owner, () -> make(owner, application));
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.NO,
          "cannot make the application's role ("
              + SqlReason.of(e)
              + "); as a superuser run: CREATE ROLE \""
              + application.user()
              + "\" LOGIN PASSWORD '…'; and name it and its password with KYCVS_DB_APP_USER and"
              + " KYCVS_DB_APP_PASSWORD_FILE");
    }
    requireLesser(owner, application.user());
  }

  /**
   * Makes sure that the operator's own role may do no more than it should.
   *
   * @throws CommandException if it cannot sign in or is too mighty
   */
  public static void require(Connection owner, DatabaseLogin application) {
    try (Connection connection = application.connect()) {
      requireLesser(owner, application.user());
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot reach the database as " + application);
    }
  }

  private static void make(Connection owner, DatabaseLogin application) throws SQLException {
    Roles.ensure(owner, application.user(), "NOCREATEROLE");
    grantConnect(owner, application);
    if (!Roles.canSignIn(application, application.address())) {
      Roles.setPassword(owner, application.user(), application.password());
    }
  }

  private static void grantConnect(Connection owner, DatabaseLogin application)
      throws SQLException {
    if (!Roles.exists(
        owner,
        "SELECT 1 WHERE has_database_privilege(?, current_database(), 'CONNECT')",
        application.user())) {
      Roles.execute(
          owner,
          "GRANT CONNECT ON DATABASE "
              + Roles.identifier(owner, application.address().name())
              + " TO "
              + Roles.identifier(owner, application.user()));
    }
  }

  private static void requireLesser(Connection owner, String role) {
    String query =
        "SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls"
            + " OR pg_has_role(rolname, current_user, 'MEMBER') FROM pg_roles WHERE rolname = ?";
    try (PreparedStatement statement = owner.prepareStatement(query)) {
      statement.setString(1, role);
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next() && rows.getBoolean(1)) {
          throw new CommandException(
              ExitCode.NO,
              "the application's role "
                  + role
                  + " may do too much: it must be no superuser, no member of the owner's role, and"
                  + " have none of CREATEDB, CREATEROLE, REPLICATION, BYPASSRLS");
        }
      }
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.NO, "cannot look at the role " + role + ": " + SqlReason.of(e));
    }
  }
}
