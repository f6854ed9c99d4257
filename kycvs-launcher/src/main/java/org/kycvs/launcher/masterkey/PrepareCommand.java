package org.kycvs.launcher.masterkey;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.sealing.boundary.MasterKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Adds a new key that opens, but does not seal yet: for several nodes. */
@Command(
    name = "prepare",
    description = "Adds a new key that opens, but does not seal yet: for several nodes.")
final class PrepareCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private MasterKeyOptions options;

  PrepareCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.act(
        databases, MasterKeys::prepare, "Prepared %s: it opens, and seals once you rotate.");
  }
}
