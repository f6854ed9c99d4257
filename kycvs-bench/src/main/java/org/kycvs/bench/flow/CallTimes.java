package org.kycvs.bench.flow;

import java.util.List;
import org.kycvs.bench.statistics.Percentiles;

/**
 * How long a call took, in milliseconds, as the caller saw it.
 *
 * @param median half were not slower
 * @param p95 95 of 100 were not slower
 * @param p99 99 of 100 were not slower
 * @param slowest the slowest
 */
public record CallTimes(double median, double p95, double p99, double slowest) {
  private static final double P50 = 50;
  private static final double P95 = 95;
  private static final double P99 = 99;
  private static final double ALL = 100;

  static CallTimes of(Percentiles times) {
    return new CallTimes(
        times.millis(P50), times.millis(P95), times.millis(P99), times.millis(ALL));
  }

  /** Of each number the median. */
  static CallTimes median(List<CallTimes> rounds) {
    return new CallTimes(
        Middle.of(rounds, CallTimes::median),
        Middle.of(rounds, CallTimes::p95),
        Middle.of(rounds, CallTimes::p99),
        Middle.of(rounds, CallTimes::slowest));
  }
}
