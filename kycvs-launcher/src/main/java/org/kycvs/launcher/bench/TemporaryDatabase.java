package org.kycvs.launcher.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.kycvs.bench.BenchDatabase;
import org.kycvs.launcher.database.ApplicationRole;
import org.kycvs.launcher.database.DatabaseLogin;
import org.kycvs.launcher.database.EmbeddedDatabase;
import org.kycvs.launcher.database.Migration;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.shared.crypto.MasterKey;

/** An embedded PostgreSQL in a folder of its own, removed when closed. */
final class TemporaryDatabase implements BenchDatabase {
  private final Path folder;
  private final Installation installation;
  private final EmbeddedDatabase database;
  private final DatabaseLogin application;

  TemporaryDatabase(Path folder, Installation installation, MasterKey key) {
    this.folder = folder;
    this.installation = installation;
    this.database = new EmbeddedDatabase(DataDirectory.open(folder), installation, 0);
    this.application = ApplicationRole.derived(database.owner(), key);
  }

  /**
   * Starts it, with schema and roles as in an installation.
   *
   * @throws org.kycvs.launcher.CommandException if it does not start
   */
  void start() throws SQLException {
    database.start();
    try (Connection owner = owner()) {
      ApplicationRole.ensure(owner, application);
    }
    int scripts =
        Migration.run(database.owner(), installation.databaseScripts(), application.user());
    if (scripts == 0) {
      throw new IllegalStateException("No schema was made");
    }
  }

  @Override
  public Connection owner() {
    return database.owner().connect();
  }

  @Override
  public Connection application() {
    return application.connect();
  }

  @Override
  public void close() {
    database.close();
    TemporaryDatabases.remove(folder);
  }
}
