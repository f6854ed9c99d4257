package org.kycvs.launcher.organisation;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a suspended organisation ask again. */
@Command(name = "resume", description = "Lets a suspended organisation ask again.")
final class ResumeCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private OrganisationParameter organisation;
  @Mixin private OrganisationOptions options;

  ResumeCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.act(
        databases, register -> register.resume(organisation.id()), "Resumed %s: it may ask again.");
  }
}
