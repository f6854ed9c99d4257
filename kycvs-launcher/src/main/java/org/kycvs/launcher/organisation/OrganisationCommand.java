package org.kycvs.launcher.organisation;

import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code organisation}: its subcommands do the work. */
@Command(
    name = "organisation",
    description = {
      "Registers organisations, and says what they may ask for.",
      "Each act is in the audit log, and holds for their next call."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class OrganisationCommand {

  private OrganisationCommand() {}

  /** With all subcommands, on the databases that this finds. */
  public static CommandLine on(RegistryAccesses databases) {
    return new CommandLine(new OrganisationCommand())
        .addSubcommand(new CreateCommand(databases))
        .addSubcommand(new ListCommand(databases))
        .addSubcommand(new ApproveCommand(databases))
        .addSubcommand(new SuspendCommand(databases))
        .addSubcommand(new ResumeCommand(databases))
        .addSubcommand(new LimitsCommand(databases));
  }
}
