package org.kycvs.bench.registry;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The value in the middle. */
final class Median {
  private Median() {}

  /** Of one value of each; the mean of two, if two are in the middle. */
  static <T> double of(List<T> measures, ToDoubleFunction<T> value) {
    double[] sorted = measures.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
