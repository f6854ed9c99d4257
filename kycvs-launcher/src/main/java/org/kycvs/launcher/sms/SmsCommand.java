package org.kycvs.launcher.sms;

import java.util.function.Supplier;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.shared.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code sms}: its subcommands do the work. */
@Command(
    name = "sms",
    description = "Shows what people read by SMS and how it leaves, and tries gateways.",
    synopsisSubcommandLabel = "COMMAND")
public final class SmsCommand {

  private SmsCommand() {}

  /** With all subcommands, which read these settings, and open databases, when they are called. */
  public static CommandLine with(Supplier<Settings> settings, RegistryAccesses databases) {
    return new CommandLine(new SmsCommand())
        .addSubcommand(new StatusCommand(databases))
        .addSubcommand(new SendTestCommand(settings))
        .addSubcommand(new ReleaseCommand(databases))
        .addSubcommand(new PreviewCommand(settings))
        .addSubcommand(new TextsCommand(settings));
  }
}
