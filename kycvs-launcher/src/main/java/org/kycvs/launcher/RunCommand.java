package org.kycvs.launcher;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.kycvs.launcher.place.DataDirectory;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.run.LauncherSettings;
import org.kycvs.launcher.run.Pace;
import org.kycvs.launcher.run.RunFile;
import org.kycvs.launcher.run.Screen;
import org.kycvs.launcher.run.Supervisor;
import org.kycvs.launcher.run.Welcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the installation until Ctrl-C or SIGTERM. */
@Command(
    name = "run",
    description = {
      "Starts PostgreSQL and the server, and runs until Ctrl-C.",
      "Uses another PostgreSQL when KYCVS_DB_URL, KYCVS_DB_USER and KYCVS_DB_PASSWORD_FILE name one."
    })
final class RunCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin private DataOption data;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--no-demo-data",
      negatable = false,
      description = "Adds no demonstration organisations, keys and people.")
  private boolean noDemoData;

  @Option(
      names = "--json",
      description = "Prints nothing but one line of JSON, the content of run.json, when ready.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    LauncherSettings settings = LauncherSettings.from(LauncherSettings.ofThisProcess());
    DataDirectory directory = data.open();
    Screen screen = new Screen(out, json);
    screen.line("KYC-VS " + Installation.version() + ", data in " + directory);
    try (Supervisor supervisor =
        new Supervisor(Installation.ofThisCommand(), settings, directory, screen)) {
      RunFile running = supervisor.start(port, !noDemoData, Pace.LONG_RUN);
      if (json) {
        out.println(running.json());
        out.flush();
      } else {
        Welcome.print(screen, running);
      }
      if (supervisor.awaitEnd()) {
        throw new CommandException(
            ExitCode.NO, "the server ended unasked; its log is in " + directory.logs());
      }
    }
    return ExitCode.DONE;
  }
}
