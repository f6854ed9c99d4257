package org.kycvs.launcher.apikey;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a key for good. */
@Command(name = "revoke", description = "Ends a key for good: its next call is refused.")
final class RevokeCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Mixin private ApiKeyParameter key;
  @Mixin private ReasonOption reason;
  @Mixin private ApiKeyOptions options;

  RevokeCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return options.act(
        databases,
        (keys, operator, zone) -> keys.revoke(operator, key.id(), why),
        "Revoked %s: its next call is refused.");
  }
}
