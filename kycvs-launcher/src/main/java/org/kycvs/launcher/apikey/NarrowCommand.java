package org.kycvs.launcher.apikey;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes rights, addresses or time away from a key. */
@Command(
    name = "narrow",
    description = {
      "Takes rights, addresses or time away from a key: it keeps what is named.",
      "It is never given more than it has: issue another key for that."
    })
final class NarrowCommand implements Callable<Integer> {
  private final RegistryAccesses databases;

  @Spec private CommandSpec command;

  @Mixin private ApiKeyParameter key;
  @Mixin private LimitOptions limits;
  @Mixin private ApiKeyOptions options;

  NarrowCommand(RegistryAccesses databases) {
    this.databases = databases;
  }

  @Override
  public Integer call() {
    if (limits.areNone()) {
      throw new ParameterException(
          command.commandLine(), "Say what it keeps: --scope, --address or --expires");
    }
    return options.act(
        databases,
        (keys, operator, zone) ->
            keys.narrow(
                operator, key.id(), limits.scopes(), limits.addresses(), limits.expiresAt(zone)),
        "Narrowed %s.");
  }
}
