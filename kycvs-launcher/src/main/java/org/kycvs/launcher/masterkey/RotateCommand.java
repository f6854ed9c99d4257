package org.kycvs.launcher.masterkey;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.sealing.boundary.MasterKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Seals with the prepared key from now on, or with a new one if none is prepared. */
@Command(
    name = "rotate",
    description = "Seals with the prepared key from now on, or with a new one if none is prepared.")
final class RotateCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private MasterKeyOptions options;

  RotateCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.act(
        databases,
        MasterKeys::rotate,
        "Rotated: %s seals from now on; what is sealed with others is sealed anew.");
  }
}
