package org.kycvs.bench.statistics;

import java.util.Arrays;

/**
 * Percentiles of many times, by nearest rank: of n values in order, the p-th is the one at place
 * ceil(p/100 · n). So each is a time that did happen.
 */
public final class Percentiles {
  private static final double MILLION = 1e6;
  private static final int HUNDRED = 100;

  private final long[] sorted;

  /** Of these times in nanoseconds, in whatever order. */
  public Percentiles(long[] nanos) {
    this.sorted = nanos.clone();
    Arrays.sort(sorted);
  }

  /** How many times there are. */
  public int count() {
    return sorted.length;
  }

  /**
   * The p-th percentile in milliseconds; not a number if there are no times.
   *
   * @param percent more than 0, at most 100, which is the largest time
   */
  public double millis(double percent) {
    if (percent <= 0 || percent > HUNDRED) {
      throw new IllegalArgumentException(percent + " percent");
    }
    if (sorted.length == 0) {
      return Double.NaN;
    }
    int rank = (int) Math.ceil(percent * sorted.length / HUNDRED);
    return sorted[Math.max(rank, 1) - 1] / MILLION;
  }
}
