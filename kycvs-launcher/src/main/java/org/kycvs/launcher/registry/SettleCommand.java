package org.kycvs.launcher.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.kycvs.launcher.imports.RegistryAccesses;
import org.kycvs.launcher.report.ReasonOption;
import org.kycvs.launcher.report.Words;
import org.kycvs.registry.entity.DisputeOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a dispute. */
@Command(
    name = "settle",
    description = {
      "Ends a dispute, with how and why.",
      "What follows for the record, such as revoke-dose, is an act of its own: do that first."
    })
final class SettleCommand implements Callable<Integer> {
  private final RegistryAccesses registries;

  @Parameters(paramLabel = "DISPUTE", description = "The dispute's id, dsp_…")
  private String id;

  @Option(
      names = "--outcome",
      paramLabel = "OUTCOME",
      required = true,
      converter = Outcomes.class,
      completionCandidates = Outcomes.class,
      description = "How it ended: ${COMPLETION-CANDIDATES}.")
  private DisputeOutcome outcome;

  @Mixin private ReasonOption reason;
  @Mixin private RegistryOptions options;

  SettleCommand(RegistryAccesses registries) {
    this.registries = registries;
  }

  @Override
  public Integer call() {
    String why = reason.text();
    return options.report(
        registries,
        registry ->
            new ActReport(
                registry.disputes().settle(registry.operator(), id, outcome, why),
                "Settled: " + outcome.onRecord() + ". The record is as it was.",
                "not settled"));
  }

  /** The outcomes as they are on record. */
  static final class Outcomes extends Words implements ITypeConverter<DisputeOutcome> {
    Outcomes() {
      super(Arrays.stream(DisputeOutcome.values()).map(DisputeOutcome::onRecord).toList());
    }

    @Override
    public DisputeOutcome convert(String word) {
      return DisputeOutcome.valueOf(known(word).toUpperCase(Locale.ROOT));
    }
  }
}
