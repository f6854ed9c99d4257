package org.kycvs.bench.statistics;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Somebody who measures one answer and guesses of which of two kinds the person is, both equally
 * likely: "of the second" if it took longer than a threshold, or if it took less. The threshold is
 * chosen on every other time and tried out on the rest, so that chance is not taken for skill: who
 * learns nothing guesses right every second time, up to noise on either side.
 */
public final class Listener {
  private Listener() {}

  /** How likely the guess is right, for two lots of at least two times each. */
  public static double guessesRight(long[] first, long[] second) {
    long[] learnFirst = half(first, 0);
    long[] learnSecond = half(second, 0);
    long[] tryFirst = half(first, 1);
    long[] trySecond = half(second, 1);
    if (tryFirst.length == 0 || trySecond.length == 0) {
      throw new IllegalArgumentException("Too few times to learn from and try out");
    }
    long best = 0;
    double skill = 0;
    for (long threshold : LongStream.concat(stream(learnFirst), stream(learnSecond)).toArray()) {
      double here = share(learnSecond, threshold) - share(learnFirst, threshold);
      if (Math.abs(here) > Math.abs(skill)) {
        skill = here;
        best = threshold;
      }
    }
    double gain = share(trySecond, best) - share(tryFirst, best);
    return (1 + (skill < 0 ? -gain : gain)) / 2;
  }

  /** What share of sorted times is longer than the threshold. */
  private static double share(long[] sorted, long threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] > threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return (double) (sorted.length - low) / sorted.length;
  }

  /** Every other time in the order measured, beginning with the given place; sorted. */
  private static long[] half(long[] times, int from) {
    long[] half = new long[(times.length + 1 - from) / 2];
    for (int i = 0; i < half.length; i++) {
      half[i] = times[2 * i + from];
    }
    Arrays.sort(half);
    return half;
  }

  private static LongStream stream(long[] times) {
    return Arrays.stream(times);
  }
}
