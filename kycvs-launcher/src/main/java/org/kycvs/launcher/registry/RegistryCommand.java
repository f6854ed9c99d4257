package org.kycvs.launcher.registry;

import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code registry}: its subcommands do the work. */
@Command(
    name = "registry",
    description = {
      "Looks at people's records, corrects them, and takes imports back.",
      "Each act needs a reason, is on record with it, and keeps the version before."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class RegistryCommand {

  private RegistryCommand() {}

  /** With all subcommands, on the registries that this finds. */
  public static CommandLine on(RegistryAccesses registries) {
    return new CommandLine(new RegistryCommand())
        .addSubcommand(new ImportsCommand(registries))
        .addSubcommand(new UndoCommand(registries))
        .addSubcommand(new InspectCommand(registries))
        .addSubcommand(new RevokeDoseCommand(registries))
        .addSubcommand(new ReinstateDoseCommand(registries))
        .addSubcommand(new CorrectDoseCommand(registries))
        .addSubcommand(new MergeCommand(registries))
        .addSubcommand(new SplitCommand(registries))
        .addSubcommand(new DisputesCommand(registries))
        .addSubcommand(new DisputeCommand(registries))
        .addSubcommand(new SettleCommand(registries));
  }
}
