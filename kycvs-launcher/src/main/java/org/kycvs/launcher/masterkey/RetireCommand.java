package org.kycvs.launcher.masterkey;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a key away with which nothing is sealed any more. */
@Command(
    name = "retire",
    description = {
      "Takes a key away with which nothing is sealed any more. It reads all sealed values.",
      "Backups of before need the key: keep it with them."
    })
final class RetireCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Parameters(paramLabel = "KEY-ID", description = "As 'master-key status' shows it.")
  private String id;

  @Mixin private MasterKeyOptions options;

  RetireCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    return options.act(databases, keys -> keys.retire(id), "Retired %s: its line is gone.");
  }
}
