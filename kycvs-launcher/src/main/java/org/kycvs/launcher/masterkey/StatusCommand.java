package org.kycvs.launcher.masterkey;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows the keys, and what is sealed with which. */
@Command(
    name = "status",
    description = {
      "Shows the ids of the keys, and how many values are sealed with each.",
      "It reads all sealed values, which takes its time on a large registry."
    })
final class StatusCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private MasterKeyOptions options;

  StatusCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.status(databases);
  }
}
