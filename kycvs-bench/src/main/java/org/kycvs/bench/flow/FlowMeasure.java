package org.kycvs.bench.flow;

import java.util.List;
import java.util.Optional;

/**
 * What was measured, in one round or as medians of several.
 *
 * @param plan what was to be measured
 * @param installation what it was measured on
 * @param java the benchmark's own Java, which is the server's
 * @param processors how many processors all of them shared
 * @param flows what the service did, in order
 * @param references what pgbench did, in order; empty without pgbench
 * @param remark why there is no pgbench, if there is none
 */
public record FlowMeasure(
    FlowPlan plan,
    String installation,
    String java,
    int processors,
    List<FlowRound> flows,
    List<PgBenchRound> references,
    Optional<String> remark) {

  /** Keeps copies. */
  public FlowMeasure {
    flows = List.copyOf(flows);
    references = List.copyOf(references);
  }

  /** What the service did; the median of each number. */
  public FlowRound flow() {
    return FlowRound.median(flows);
  }

  /** What pgbench did; the median of each number. */
  public Optional<PgBenchRound> reference() {
    return references.isEmpty() ? Optional.empty() : Optional.of(PgBenchRound.median(references));
  }

  /** Which part of pgbench's verifications a second the service made; empty without pgbench. */
  public Optional<Double> ratio() {
    return reference().map(reference -> flow().perSecond() / reference.perSecond());
  }
}
