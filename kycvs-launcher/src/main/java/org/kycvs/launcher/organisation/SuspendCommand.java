package org.kycvs.launcher.organisation;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Refuses all calls of an organisation. */
@Command(
    name = "suspend",
    description = "Refuses all calls of an organisation, from its next one on.")
final class SuspendCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private OrganisationParameter organisation;
  @Mixin private ReasonOption reason;
  @Mixin private OrganisationOptions options;

  SuspendCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return options.act(
        databases,
        register -> register.suspend(organisation.id(), why),
        "Suspended %s: its next call is refused.");
  }
}
