package org.kycvs.launcher.mail;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Has mails that were set aside tried again. */
@Command(
    name = "retry",
    description = "Has all mails that were set aside tried again, by a running server.")
final class RetryCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private MailOptions options;

  RetryCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.on(databases, (queue, access) -> new RetryReport(queue.retry()));
  }
}
