package org.kycvs.launcher.run;

import java.util.Optional;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;
import org.kycvs.launcher.database.Database;
import org.kycvs.launcher.database.DatabaseLogin;
import org.kycvs.launcher.database.EmbeddedDatabase;
import org.kycvs.launcher.database.ExternalDatabase;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.DataLock;
import org.kycvs.launcher.place.Installation;

/** Finds the database that a command is about. */
final class Databases {
  private Databases() {}

  /** For the holder of the data folder's lock: the external one, or the folder's own. */
  static Database own(LauncherSettings settings, Installation installation, DataDirectory data) {
    Optional<DatabaseLogin> external = settings.database().external();
    return external.isPresent()
        ? new ExternalDatabase(external.get())
        : new EmbeddedDatabase(data, installation, settings.database().embeddedPort());
  }

  /**
   * For an administrator's command, whether a server runs or not: the external one, the one that
   * the data folder's server uses, or the folder's own, whose lock is then held until the end.
   *
   * @throws CommandException if somebody holds the lock but has not started yet
   */
  static Database any(
      LauncherSettings settings, Installation installation, DataDirectory data, Started started) {
    if (settings.database().external().isPresent()) {
      return own(settings, installation, data);
    }
    Optional<DataLock> lock = DataLock.tryTake(data);
    if (lock.isPresent()) {
      started.add(lock.get());
      return started.add(own(settings, installation, data));
    }
    String holder = DataLock.holder(data);
    return RunFile.read(data.runFile())
        .filter(running -> holder.equals(Long.toString(running.pid())))
        .map(running -> new ExternalDatabase(DatabaseLogin.parse(running.databaseUrl())))
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.NO,
                    "process "
                        + holder
                        + " is starting or stopping on the data folder "
                        + data
                        + "; try again when it is done"));
  }
}
