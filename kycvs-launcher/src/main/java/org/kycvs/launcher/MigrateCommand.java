package org.kycvs.launcher;

import java.util.concurrent.Callable;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.run.Administration;
import org.kycvs.launcher.run.LauncherSettings;
import org.kycvs.launcher.run.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database's schema up to date. */
@Command(
    name = "migrate",
    description = {
      "Brings schema and grants up to date, whether a server runs on the database or not.",
      "The database is that of the data folder, or the one that KYCVS_DB_URL names."
    })
final class MigrateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Override
  public Integer call() {
    LauncherSettings settings = LauncherSettings.from(LauncherSettings.ofThisProcess());
    DataDirectory directory = data.open();
    try (Administration administration =
        Administration.open(settings, Installation.ofThisCommand(), directory)) {
      administration.migrate(new Screen(spec.commandLine().getOut(), false));
    }
    return ExitCode.DONE;
  }
}
