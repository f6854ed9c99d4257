package org.kycvs.launcher;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.kycvs.launcher.imports.RegistryAccess;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.run.Administration;
import org.kycvs.launcher.run.LauncherSettings;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/** The registry of this installation. */
final class InstalledRegistry implements RegistryAccess {
  private final Administration administration;
  private final Calendar calendar;
  private final Connection connection;

  private InstalledRegistry(Administration administration, Calendar calendar) {
    this.administration = administration;
    this.calendar = calendar;
    this.connection = administration.connect();
  }

  /** Of the database that the environment names, or else that of the data folder. */
  static RegistryAccess open(Optional<Path> data) {
    LauncherSettings settings = LauncherSettings.from(LauncherSettings.ofThisProcess());
    DataDirectory directory = DataDirectory.open(data.orElse(Path.of(DataOption.DEFAULT)));
    return new InstalledRegistry(
        Administration.open(settings, Installation.ofThisCommand(), directory),
        settings.calendar());
  }

  @Override
  public Connection connection() {
    return connection;
  }

  @Override
  public MasterKey masterKey() {
    return administration.masterKey();
  }

  @Override
  public Calendar calendar() {
    return calendar;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // The database is gone, and what was not committed with it.
    } finally {
      administration.close();
    }
  }
}
