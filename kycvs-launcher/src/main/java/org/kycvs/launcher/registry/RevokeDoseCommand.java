package org.kycvs.launcher.registry;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Marks a dose as wrong: it stays on record and counts no more. */
@Command(
    name = "revoke-dose",
    description = {
      "Marks a dose as wrong: it stays on record and counts no more.",
      "An import that says it again does not make it count."
    })
final class RevokeDoseCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Mixin private DoseParameters dose;
  @Mixin private ReasonOption reason;
  @Mixin private RegistryOptions options;

  RevokeDoseCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return options.report(
        registries,
        registry ->
            new ActReport(
                registry
                    .corrections()
                    .revokeDose(registry.operator(), dose.reference(), dose.number(), why),
                "Revoked " + dose + ".",
                "nothing was changed"));
  }
}
