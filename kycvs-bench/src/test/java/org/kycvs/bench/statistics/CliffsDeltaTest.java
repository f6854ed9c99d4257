package org.kycvs.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CliffsDeltaTest {
  private static final double EXACT = 1e-12;

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void value_isThatOfComparingEachWithEach() {
    for (int round = 0; round < 50; round++) {
      // Few different values, so that many are equal.
      long[] first = random.longs(1 + random.nextInt(60), 0, 12).toArray();
      long[] second = random.longs(1 + random.nextInt(60), 3, 15).toArray();
      assertEquals(bruteForce(first, second), CliffsDelta.of(first, second, random).value(), EXACT);
    }
  }

  @Test
  void value_allLongerOrShorter_isOneOrMinusOne() {
    long[] small = {1, 2, 3};
    long[] large = {4, 5};
    assertEquals(1, CliffsDelta.of(large, small, random).value(), EXACT);
    assertEquals(-1, CliffsDelta.of(small, large, random).value(), EXACT);
  }

  @Test
  void of_leavesTheTimesInTheirOrder() {
    long[] times = {3, 1, 2};
    CliffsDelta.of(times, new long[] {2, 1}, random);
    assertArrayEquals(new long[] {3, 1, 2}, times);
  }

  @Test
  void interval_sameKind_holdsZeroMostly() {
    int held = 0;
    for (int round = 0; round < 40; round++) {
      CliffsDelta delta = CliffsDelta.of(noise(0), noise(0), random);
      assertTrue(delta.low() <= delta.value() && delta.value() <= delta.high());
      held += delta.low() <= 0 && delta.high() >= 0 ? 1 : 0;
    }
    assertTrue(held >= 34, held + " of 40"); // 38 are expected
  }

  @Test
  void interval_apart_doesNotHoldZero() {
    CliffsDelta delta = CliffsDelta.of(noise(400), noise(0), random);
    assertTrue(delta.low() > 0, delta::toString);
    assertFalse(delta.isNegligible());
  }

  @Test
  void isNegligible_upToTheCustomaryBound() {
    assertTrue(new CliffsDelta(0.1469, 0, 1).isNegligible());
    assertTrue(new CliffsDelta(-0.1469, -1, 0).isNegligible());
    assertFalse(new CliffsDelta(0.147, 0, 1).isNegligible());
    assertFalse(new CliffsDelta(-0.147, -1, 0).isNegligible());
  }

  @Test
  void of_nothing_isRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> CliffsDelta.of(new long[0], new long[] {1}, random));
  }

  private long[] noise(long shift) {
    return LongStream.generate(() -> shift + random.nextLong(1_000)).limit(200).toArray();
  }

  private static double bruteForce(long[] first, long[] second) {
    long sum = 0;
    for (long one : first) {
      for (long other : second) {
        sum += Long.signum(one - other);
      }
    }
    return (double) sum / (first.length * second.length);
  }
}
