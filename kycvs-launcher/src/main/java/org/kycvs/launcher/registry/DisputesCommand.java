package org.kycvs.launcher.registry;

import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import org.kycvs.registry.boundary.OperatorInspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the open disputes. */
@Command(
    name = "disputes",
    description = {"Lists the open disputes, oldest first; that you looked is written down."})
final class DisputesCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Mixin private ReasonOption reason;
  @Mixin private RegistryOptions options;

  DisputesCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return options.report(
        registries,
        registry -> {
          OperatorInspection inspection = registry.inspections().begin(registry.operator(), why);
          return new DisputesReport(
              inspection, registry.disputes().open(inspection), registry.zone());
        });
  }
}
