package org.kycvs.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
  private static final double NONE = 0;

  @Test
  void millis_hundredTimes_areThoseAtTheirRank() {
    Percentiles times =
        new Percentiles(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1_000_000).toArray());
    assertEquals(50, times.millis(50), NONE);
    assertEquals(95, times.millis(95), NONE);
    assertEquals(99, times.millis(99), NONE);
    assertEquals(100, times.millis(100), NONE);
    assertEquals(1, times.millis(0.5), NONE);
    assertEquals(100, times.count());
  }

  @Test
  void millis_fewTimes_isATimeThatHappened() {
    Percentiles times = new Percentiles(new long[] {3_000_000, 1_000_000, 2_000_000});
    assertEquals(2, times.millis(50), NONE);
    assertEquals(3, times.millis(95), NONE);
    assertEquals(1, times.millis(33), NONE);
    assertEquals(2, times.millis(34), NONE);
  }

  @Test
  void millis_noTimes_isUnknown() {
    assertTrue(Double.isNaN(new Percentiles(new long[0]).millis(50)));
  }

  @Test
  void millis_noPercentage_isRefused() {
    Percentiles times = new Percentiles(new long[] {1});
    assertThrows(IllegalArgumentException.class, () -> times.millis(0));
    assertThrows(IllegalArgumentException.class, () -> times.millis(100.1));
  }

  @Test
  void times_moreThanThereWasRoomFor_areAllKept() {
    Times times = new Times();
    LongStream.range(0, 5_000).forEach(times::add);
    assertEquals(LongStream.range(0, 5_000).sum(), LongStream.of(times.nanos()).sum());
    assertEquals(5_000, times.nanos().length);
  }
}
