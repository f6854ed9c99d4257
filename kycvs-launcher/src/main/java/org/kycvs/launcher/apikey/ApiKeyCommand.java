package org.kycvs.launcher.apikey;

import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code api-key}: its subcommands do the work. */
@Command(
    name = "api-key",
    description = {
      "Issues API keys to organisations, narrows, rolls and revokes them.",
      "Each act is in the audit log, and holds for the next call with the key."
    },
    synopsisSubcommandLabel = "COMMAND")
public final class ApiKeyCommand {

  private ApiKeyCommand() {}

  /** With all subcommands, on the databases that this finds. */
  public static CommandLine on(RegistryAccesses databases) {
    return new CommandLine(new ApiKeyCommand())
        .addSubcommand(new IssueCommand(databases))
        .addSubcommand(new ListCommand(databases))
        .addSubcommand(new NarrowCommand(databases))
        .addSubcommand(new RollCommand(databases))
        .addSubcommand(new RevokeCommand(databases));
  }
}
