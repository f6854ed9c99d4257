package org.kycvs.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.kycvs.launcher.apikey.ApiKeyCommand;
import org.kycvs.launcher.bench.BenchCommand;
import org.kycvs.launcher.check.CheckCommand;
import org.kycvs.launcher.conformance.ConformanceCommand;
import org.kycvs.launcher.imports.ImportCommand;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.mail.MailCommand;
import org.kycvs.launcher.masterkey.MasterKeyCommand;
import org.kycvs.launcher.organisation.OrganisationCommand;
import org.kycvs.launcher.place.Installation;
import org.kycvs.launcher.registry.RegistryCommand;
import org.kycvs.launcher.run.ProcessSettings;
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
    versionProvider = Kycvs.Version.class,
    scope = ScopeType.INHERIT,
    subcommands = {
      RunCommand.class,
      DemoCommand.class,
      TestCommand.class,
      MigrateCommand.class,
      CheckCommand.class,
      ConformanceCommand.class,
      BenchCommand.class
    })
public final class Kycvs {

  private Kycvs() {}

  /** What {@code --version} prints. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "KYC-VS " + Installation.version(),
        "Payara Micro " + Installation.payaraVersion(),
        "PostgreSQL " + Installation.postgresVersion() + " (embedded)"
      };
    }
  }

  /** Runs one command and exits with one of {@link ExitCode}. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, ready to execute. */
  static CommandLine commandLine() {
    CommandLine kycvs = new CommandLine(new Kycvs());
    RegistryAccesses registries = data -> InstalledRegistry.open(kycvs.getErr(), data);
    return kycvs
        .addSubcommand(new ImportCommand(registries))
        .addSubcommand(RegistryCommand.on(registries))
        .addSubcommand(OrganisationCommand.on(registries))
        .addSubcommand(ApiKeyCommand.on(registries))
        .addSubcommand(MasterKeyCommand.on(registries))
        .addSubcommand(MailCommand.on(registries, ProcessSettings::read))
        .setExitCodeExceptionMapper(Kycvs::exitCode)
        .setExecutionExceptionHandler((exception, command, parsed) -> refuse(exception, command));
  }

  /** One line for what its user can mend; a stack trace only for what we must mend. */
  private static int refuse(Exception exception, CommandLine command) throws Exception {
    if (exception instanceof CommandException || exception instanceof SettingException) {
      command.getErr().println("kycvs: " + exception.getMessage());
      return exitCode(exception);
    }
    if (exception instanceof IOException || exception instanceof UncheckedIOException) {
      command.getErr().println("kycvs: a file cannot be used: " + exception.getMessage());
      return ExitCode.UNREACHABLE;
    }
    throw exception;
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
