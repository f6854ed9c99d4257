package org.kycvs.launcher.registry;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a record stand alone again. */
@Command(
    name = "split",
    description = "Lets a record that was merged into another stand alone again, as it was.")
final class SplitCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Parameters(paramLabel = "REFERENCE", description = "The merged record's reference id.")
  private long reference;

  @Mixin private ReasonOption reason;
  @Mixin private RegistryOptions options;

  SplitCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return options.report(
        registries,
        registry ->
            new ActReport(
                registry.corrections().split(registry.operator(), reference, why),
                "Split: record " + reference + " stands alone.",
                "nothing was changed"));
  }
}
