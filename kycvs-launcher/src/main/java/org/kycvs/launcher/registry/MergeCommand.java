package org.kycvs.launcher.registry;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes two records together as one person's. */
@Command(
    name = "merge",
    description = {
      "Takes two records together as one person's: asked on either mobile, the doses of both count.",
      "Each record stays as it is; split parts them again."
    })
final class MergeCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Parameters(
      index = "0",
      paramLabel = "KEPT",
      description = "Reference id of the record that stands for the person from now on.")
  private long kept;

  @Parameters(index = "1", paramLabel = "OTHER", description = "Reference id of the other record.")
  private long other;

  @Mixin private ReasonOption reason;
  @Mixin private RegistryOptions options;

  MergeCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return options.report(
        registries,
        registry ->
            new ActReport(
                registry.corrections().merge(registry.operator(), kept, other, why),
                "Merged record " + other + " into record " + kept + ".",
                "nothing was changed"));
  }
}
