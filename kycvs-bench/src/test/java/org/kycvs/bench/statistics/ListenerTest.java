package org.kycvs.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ListenerTest {
  private static final double EXACT = 1e-12;
  private static final int MANY = 4_000;

  private final SplittableRandom random = new SplittableRandom(11);

  @Test
  void guessesRight_neverTheSameTime_isAlways() {
    long[] slow = random.longs(100, 50, 60).toArray();
    long[] fast = random.longs(100, 10, 20).toArray();
    assertEquals(1, Listener.guessesRight(slow, fast), EXACT);
    assertEquals(1, Listener.guessesRight(fast, slow), EXACT);
  }

  @Test
  void guessesRight_sameKind_isChance() {
    double right = Listener.guessesRight(noise(0), noise(0));
    assertEquals(0.5, right, 0.03);
  }

  @Test
  void guessesRight_halfAsLongAgain_isWhatTheBestThresholdGives() {
    // Evenly from 0 to 1000 and from 500 to 1500: any threshold between 500 and 1000 gives 3/4.
    assertEquals(0.75, Listener.guessesRight(noise(0), noise(500)), 0.03);
  }

  @Test
  void guessesRight_nothingToTryOut_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Listener.guessesRight(new long[] {1, 2}, new long[] {1}));
    assertTrue(Double.isFinite(Listener.guessesRight(new long[] {1, 2}, new long[] {1, 2})));
  }

  private long[] noise(long shift) {
    return random.longs(MANY, shift, shift + 1_000).toArray();
  }
}
