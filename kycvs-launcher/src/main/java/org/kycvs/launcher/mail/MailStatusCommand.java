package org.kycvs.launcher.mail;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how the outbox of mails stands. */
@Command(
    name = "status",
    description = "Shows how many mails wait, since when and why, and which were set aside.")
final class MailStatusCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private MailOptions options;

  MailStatusCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.on(
        databases,
        (queue, access) -> new MailStatusReport(queue.status(), access.calendar().zone()));
  }
}
