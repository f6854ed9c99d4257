package org.kycvs.launcher.sms;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReportOptions;
import org.kycvs.notification.boundary.SmsOperations;
import org.kycvs.shared.actor.CommandLineActor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows how messages leave. */
@Command(
    name = "status",
    description = {
      "Shows how each running node finds each gateway, what waits to leave, what",
      "became of the last hour's messages, which were set aside, and which",
      "organisations get no codes at present."
    })
final class StatusCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private ReportOptions options;

  StatusCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.reportOn(
        databases,
        access ->
            new StatusReport(
                new SmsOperations(
                        access.connection(),
                        CommandLineActor.holding(access.masterKey()),
                        access.calendar().clock())
                    .status(),
                access.calendar().zone()));
  }
}
