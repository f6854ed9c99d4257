package org.kycvs.launcher.apikey;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.organisation.OrganisationParameter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists an organisation's keys. */
@Command(
    name = "list",
    description = "Lists an organisation's API keys, dead ones too, with their last use.")
final class ListCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private OrganisationParameter organisation;
  @Mixin private ApiKeyOptions options;

  ListCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.list(databases, organisation.id());
  }
}
