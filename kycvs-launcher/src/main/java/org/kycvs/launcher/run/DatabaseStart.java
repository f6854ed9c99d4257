package org.kycvs.launcher.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.ApplicationRole;
import org.kycvs.launcher.database.Database;
import org.kycvs.launcher.database.DatabaseLogin;
import org.kycvs.launcher.database.EmbeddedDatabase;
import org.kycvs.launcher.database.ExternalDatabase;
import org.kycvs.launcher.database.Migration;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.shared.crypto.MasterKey;

/** Gets the database ready for a server: running, with the application's role, migrated. */
final class DatabaseStart {
  private final LauncherSettings settings;
  private final Installation installation;
  private final Database database;

  /** Nothing is started yet; whatever will be is added to what must be stopped. */
  DatabaseStart(
      LauncherSettings settings, DataDirectory data, Installation installation, Started started) {
    this.settings = settings;
    this.installation = installation;
    Optional<DatabaseLogin> external = settings.database().external();
    this.database =
        started.add(
            external.isPresent()
                ? new ExternalDatabase(external.get())
                : new EmbeddedDatabase(data, installation, settings.database().embeddedPort()));
  }

  /** The schema owner's login. */
  DatabaseLogin owner() {
    return database.owner();
  }

  /** Does it, and returns the application's login. */
  DatabaseLogin run(Screen screen, MasterKey key) {
    screen.step(
        "Database",
        () -> {
          database.start();
          return database;
        },
        Database::description);
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
