package org.kycvs.launcher.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/** Brings a database's schema and grants up to date, as its owner. */
public final class Migration {
  /** The oldest PostgreSQL that the schema works on. */
  public static final int OLDEST_POSTGRESQL = 15;

  /** Kept from the garbage collector, so that its level stays. */
  private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

  private Migration() {}

  /**
   * Runs what is missing; several nodes may try at once.
   *
   * @param scripts has the folders {@code migration} and {@code grants}; in the latter the
   *     placeholder {@code applicationRole} is the role's name as an SQL identifier
   * @return how many scripts ran
   * @throws CommandException if a script fails
   */
  public static int run(DatabaseLogin owner, Path scripts, String applicationRole) {
    FLYWAY.setLevel(Level.OFF); // its failures come as exceptions
    String role;
    try (Connection connection = owner.connect()) {
      role = Roles.identifier(connection, applicationRole);
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot reach the database " + owner + ": " + SqlReason.of(e));
    }
    try {
      MigrateResult result =
          Flyway.configure()
              .dataSource(owner.address().jdbcUrl(), owner.user(), owner.password())
              .locations(
                  "filesystem:" + scripts.resolve("migration"),
                  "filesystem:" + scripts.resolve("grants"))
              .placeholders(Map.of("applicationRole", role))
              .load()
              .migrate();
      return result.migrationsExecuted;
    } catch (FlywayException e) {
      throw new CommandException(
          ExitCode.NO,
          "cannot migrate the database "
              + owner.address()
              + ": "
              + oneLine(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Makes sure that the database is not too old.
   *
   * @throws CommandException if it is
   */
  public static void requireVersion(Connection connection, DatabaseLogin owner)
      throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_POSTGRESQL) {
      throw new CommandException(
          ExitCode.NO,
          "the database "
              + owner.address()
              + " is PostgreSQL "
              + connection.getMetaData().getDatabaseProductVersion()
              + ", too old: "
              + OLDEST_POSTGRESQL
              + " or later is needed");
    }
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R[\\s-]*", "; ");
  }
}
