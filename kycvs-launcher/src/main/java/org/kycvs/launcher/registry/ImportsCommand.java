package org.kycvs.launcher.registry;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what was taken in. */
@Command(
    name = "imports",
    description = "Lists the imports, newest first, with those that were undone.")
final class ImportsCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Mixin private RegistryOptions options;

  ImportsCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    return options.report(
        registries, registry -> new ImportsReport(registry.imports().all(), registry.zone()));
  }
}
