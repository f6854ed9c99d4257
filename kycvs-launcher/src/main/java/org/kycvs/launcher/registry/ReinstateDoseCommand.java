package org.kycvs.launcher.registry;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets a revoked dose count again. */
@Command(
    name = "reinstate-dose",
    description = {"Lets a revoked dose count again.", "It is as it was, with what was corrected."})
final class ReinstateDoseCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Mixin private DoseParameters dose;
  @Mixin private ReasonOption reason;
  @Mixin private RegistryOptions options;

  ReinstateDoseCommand(RegistryAccesses registries) {
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
                    .reinstateDose(registry.operator(), dose.reference(), dose.number(), why),
                "Reinstated " + dose + ".",
                "nothing was changed"));
  }
}
