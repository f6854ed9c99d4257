package org.kycvs.launcher.masterkey;

import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code master-key}: its subcommands do the work. */
@Command(
    name = "master-key",
    description = {
      "Rotates the key that seals what is kept, and says what is sealed with which key.",
      "A running server notices the changed file within seconds."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class MasterKeyCommand {

  private MasterKeyCommand() {}

  /** With all subcommands, on the databases that this finds. */
  public static CommandLine on(RegistryAccesses databases) {
    return new CommandLine(new MasterKeyCommand())
        .addSubcommand(new StatusCommand(databases))
        .addSubcommand(new PrepareCommand(databases))
        .addSubcommand(new RotateCommand(databases))
        .addSubcommand(new RetireCommand(databases));
  }
}
