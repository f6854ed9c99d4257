package org.kycvs.launcher;

import org.kycvs.launcher.check.CheckCommand;
import org.kycvs.shared.settings.SettingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The {@code kycvs} command: its subcommands do the work. */
@Command(
    name = "kycvs",
    description = "Asks whether a person is vaccinated, with the person's consent.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    subcommands = {RunCommand.class, CheckCommand.class})
public final class Kycvs {

  private Kycvs() {}

  /** Runs one command and exits with one of {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    return new CommandLine(new Kycvs())
        .setExitCodeExceptionMapper(Kycvs::exitCode)
        .setExecutionExceptionHandler(
            (exception, command, parsed) -> {
              if (exception instanceof CommandException || exception instanceof SettingException) {
                command.getErr().println("kycvs: " + exception.getMessage());
                return exitCode(exception);
              }
              throw exception;
            });
  }

  private static int exitCode(Throwable exception) {
    if (exception instanceof CommandException refusal) {
      return refusal.exitCode();
    }
    boolean wrongUse =
        exception instanceof SettingException
            || exception instanceof CommandLine.ParameterException;
    return wrongUse ? ExitCode.USAGE : ExitCode.NO;
  }
}
