package org.kycvs.bench.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * How far two lots of times are apart (Cliff, "Dominance statistics", 1993): how much more often a
 * time of the first is longer than one of the second than it is shorter. 0 if neither, 1 or -1 if
 * always. By custom (Romano and others, 2006) less than 0.147 either way is negligible.
 *
 * @param value from -1 to 1
 * @param low lower end of the interval that holds the true value 95 times of 100
 * @param high its upper end
 */
public record CliffsDelta(double value, double low, double high) {
  /** Less than this, either way, is called negligible. */
  public static final double NEGLIGIBLE = 0.147;

  private static final int RESAMPLES = 1_000;
  private static final double TAIL = 0.025;

  /**
   * Compares two lots of times, neither of them empty; the interval is that of the percentile
   * bootstrap with 1,000 resamples.
   */
  public static CliffsDelta of(long[] first, long[] second, SplittableRandom random) {
    if (first.length == 0 || second.length == 0) {
      throw new IllegalArgumentException("Nothing to compare");
    }
    double[] resampled = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      resampled[i] = delta(resample(first, random), resample(second, random));
    }
    Arrays.sort(resampled);
    int cut = (int) (TAIL * RESAMPLES);
    return new CliffsDelta(
        delta(first.clone(), second.clone()), resampled[cut], resampled[RESAMPLES - 1 - cut]);
  }

  /** Whether it is negligible, by custom. */
  public boolean isNegligible() {
    return Math.abs(value) < NEGLIGIBLE;
  }

  /** Sorts both, then counts with one walk along each. */
  private static double delta(long[] first, long[] second) {
    Arrays.sort(first);
    Arrays.sort(second);
    long longer = 0;
    long shorter = 0;
    int below = 0;
    int notAbove = 0;
    for (long time : first) {
      while (below < second.length && second[below] < time) {
        below++;
      }
      while (notAbove < second.length && second[notAbove] <= time) {
        notAbove++;
      }
      longer += below;
      shorter += second.length - notAbove;
    }
    return (double) (longer - shorter) / ((long) first.length * second.length);
  }

  private static long[] resample(long[] times, SplittableRandom random) {
    long[] drawn = new long[times.length];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = times[random.nextInt(times.length)];
    }
    return drawn;
  }
}
