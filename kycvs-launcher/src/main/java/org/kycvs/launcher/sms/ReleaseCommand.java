package org.kycvs.launcher.sms;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.organisation.OrganisationParameter;
import org.kycvs.launcher.report.ReportOptions;
import org.kycvs.notification.boundary.SmsOperations;
import org.kycvs.shared.actor.CommandLineActor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets an organisation have codes again. */
@Command(
    name = "release",
    description = {
      "Lets an organisation have codes again that gets none because hardly any was",
      "redeemed. What was counted until now is not held against it again."
    })
final class ReleaseCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private OrganisationParameter organisation;
  @Mixin private ReportOptions options;

  ReleaseCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.reportOn(
        databases,
        access ->
            new ReleaseReport(
                organisation.id(),
                new SmsOperations(
                        access.connection(),
                        CommandLineActor.holding(access.masterKey()),
                        access.calendar().clock())
                    .release(organisation.id())));
  }
}
