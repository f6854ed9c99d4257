package org.kycvs.launcher.organisation;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists all organisations. */
@Command(name = "list", description = "Lists the organisations with what they may ask for.")
final class ListCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private OrganisationOptions options;

  ListCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.list(databases);
  }
}
