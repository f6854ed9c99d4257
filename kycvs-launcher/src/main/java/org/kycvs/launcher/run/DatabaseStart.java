package org.kycvs.launcher.run;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.ApplicationRole;
import org.kycvs.launcher.database.Database;
import org.kycvs.launcher.database.DatabaseLogin;
import org.kycvs.launcher.database.Migration;
import org.kycvs.launcher.place.Installation;
import org.kycvs.shared.crypto.MasterKey;

/** Gets the database ready for a server: running, with the application's role, migrated. */
final class DatabaseStart {
  private final LauncherSettings settings;
  private final Installation installation;
  private final Database database;

  /** Nothing is started yet. */
  DatabaseStart(LauncherSettings settings, Installation installation, Database database) {
    this.settings = settings;
    this.installation = installation;
    this.database = database;
  }

  /** The database. */
  Database database() {
    return database;
  }

  /** The schema owner's login. */
  DatabaseLogin owner() {
    return database.owner();
  }

  /** Starts it. */
  void start(Screen screen) {
    screen.step(
        "Database",
        () -> {
          database.start();
          return database;
        },
        Database::description);
  }

  /**
   * Makes the application's role and runs what migrations are missing; returns the role's login.
   */
  @CanIgnoreReturnValue
  DatabaseLogin prepare(Screen screen, MasterKey key) {
    DatabaseLogin application = role(key);
    screen.step(
        "Schema",
        () -> Migration.run(owner(), installation.databaseScripts(), application.user()),
        count -> count == 0 ? "up to date" : count + " scripts applied");
    return application;
  }

  private DatabaseLogin role(MasterKey key) {
    try (Connection connection = owner().connect()) {
      Optional<DatabaseLogin> given = settings.database().application();
      if (given.isPresent()) {
        ApplicationRole.require(connection, given.get());
        return given.get();
      }
      DatabaseLogin derived = ApplicationRole.derived(owner(), key);
      ApplicationRole.ensure(connection, derived);
      return derived;
    } catch (SQLException e) {
      throw new CommandException(
          ExitCode.UNREACHABLE, "cannot reach the database " + owner() + ": " + e.getMessage());
    }
  }
}
