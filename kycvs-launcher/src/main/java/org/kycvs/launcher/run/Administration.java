package org.kycvs.launcher.run;

import java.sql.Connection;
import org.kycvs.launcher.database.Database;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.shared.crypto.MasterKey;

/**
 * An installation's database, opened under the owner's role for one command, whether a server runs
 * on it or not. What was started for that is stopped when closed, also by a signal.
 */
public final class Administration implements AutoCloseable {
  private final LauncherSettings settings;
  private final Installation installation;
  private final MasterKey key;
  private final Started started = new Started();
  private final Database database;

  private Administration(LauncherSettings settings, Installation installation, DataDirectory data) {
    this.settings = settings;
    this.installation = installation;
    this.key = MasterKeyFile.read(MasterKeyFile.of(settings, data), settings.environment());
    Runtime.getRuntime().addShutdownHook(new Thread(started::close, "stop"));
    this.database = Databases.any(settings, installation, data, started);
  }

  /**
   * Opens the database that the settings name, or else the one of the data folder. It answers, but
   * may lack migrations.
   *
   * @throws org.kycvs.launcher.CommandException if it cannot be reached or started
   */
  public static Administration open(
      LauncherSettings settings, Installation installation, DataDirectory data) {
    Administration administration = new Administration(settings, installation, data);
    try {
      administration.database.start();
    } catch (RuntimeException e) {
      administration.close();
      throw e;
    }
    return administration;
  }

  /** Runs what migrations are missing, telling the screen. */
  public void migrate(Screen screen) {
    screen.line("  Database     " + database.description());
    new DatabaseStart(settings, installation, database).prepare(screen, key);
  }

  /** A connection of the schema's owner, with auto-commit on; its taker closes it. */
  public Connection connect() {
    return database.owner().connect();
  }

  /** The installation's master key. */
  public MasterKey masterKey() {
    return key;
  }

  @Override
  public void close() {
    started.close();
  }
}
