package org.kycvs.launcher.mail;

import java.io.PrintWriter;
import java.util.function.Function;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.run.LauncherSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code mail}: its subcommands do the work. */
@Command(
    name = "mail",
    description =
        "Says how mails to staff stand, sends a test mail, and has given-up ones retried.",
    synopsisSubcommandLabel = "COMMAND")
public final class MailCommand {

  private MailCommand() {}

  /**
   * With all subcommands, on the databases that this finds.
   *
   * @param settings reads and checks the settings, given where warnings go
   */
  public static CommandLine on(
      RegistryAccesses databases, Function<PrintWriter, LauncherSettings> settings) {
    return new CommandLine(new MailCommand())
        .addSubcommand(new MailStatusCommand(databases))
        .addSubcommand(new SendTestCommand(databases, settings))
        .addSubcommand(new RetryCommand(databases));
  }
}
