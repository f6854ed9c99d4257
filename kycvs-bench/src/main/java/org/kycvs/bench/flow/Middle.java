package org.kycvs.bench.flow;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The value in the middle of several rounds. */
final class Middle {
  private Middle() {}

  /**
   * Of one value of each; the mean of two, if two are in the middle. What is not known of some
   * rounds (not a number) is the middle of the others; not a number if it is known of none.
   */
  static <T> double of(List<T> rounds, ToDoubleFunction<T> value) {
    double[] sorted =
        rounds.stream().mapToDouble(value).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
