package org.kycvs.launcher.registry;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Corrects the product or the day of a dose, or both. */
@Command(
    name = "correct-dose",
    description = {
      "Corrects the product or the day of a dose, or both; what the source said stays beside it.",
      "The correction holds until an import says something else than the source said before."
    })
final class CorrectDoseCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Mixin private DoseParameters dose;

  @ArgGroup(exclusive = false, multiplicity = "1")
  private Correction correction = new Correction();

  @Mixin private ReasonOption reason;
  @Mixin private RegistryOptions options;

  CorrectDoseCommand(RegistryAccesses registries) {
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
                    .correctDose(
                        registry.operator(),
                        dose.reference(),
                        dose.number(),
                        Optional.ofNullable(correction.vaccine),
                        Optional.ofNullable(correction.date),
                        why),
                "Corrected " + dose + ".",
                "nothing was changed"));
  }

  /** What it really was: at least one of the two. */
  private static final class Correction {
    @Option(
        names = "--vaccine",
        paramLabel = "CODE",
        description = "The product that was given, such as COVISHIELD.")
    private @Nullable String vaccine;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "The day it was given.")
    private @Nullable LocalDate date;
  }
}
