package org.kycvs.shared.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateBucketsTest {
  /** One comes back each second. */
  private static final RateLimit SLOW = new RateLimit(60, 3);

  private final HandTime time = new HandTime();
  private final RateBuckets<String> buckets = new RateBuckets<>("key", 100, time);

  @Test
  void take_asManyAsTheBurst_thenNoneUntilTheVeryInstantOneComesBack() {
    for (int left = 2; left >= 0; left--) {
      RateStanding standing = buckets.take("a", SLOW);
      assertTrue(standing.isAllowed());
      assertEquals(left, standing.remaining());
      assertEquals(Duration.ofSeconds(3 - left), standing.untilFull());
    }
    assertFalse(buckets.take("a", SLOW).isAllowed());

    time.pass(Duration.ofSeconds(1).minusNanos(1));
    RateStanding refused = buckets.take("a", SLOW);
    assertFalse(refused.isAllowed());
    assertEquals(Duration.ofNanos(1), refused.untilNext());
    time.pass(Duration.ofNanos(1));
    assertTrue(buckets.take("a", SLOW).isAllowed());
    assertFalse(buckets.take("a", SLOW).isAllowed());
  }

  @Test
  void take_refused_costsNothing() {
    IntStream.range(0, 100).forEach(i -> buckets.take("a", SLOW));
    time.pass(Duration.ofSeconds(3));
    assertEquals(2, buckets.take("a", SLOW).remaining());
  }

  @Test
  void take_longIdle_holdsNoMoreThanTheBurst() {
    buckets.take("a", SLOW);
    time.pass(Duration.ofDays(1));
    assertEquals(2, buckets.take("a", SLOW).remaining());
  }

  @Test
  void take_steadily_isTheRateOverTheBurst() {
    RateLimit limit = new RateLimit(3_000, 1_000);
    long allowed = 0;
    for (int i = 0; i < 60_000; i++) {
      allowed += buckets.take("a", limit).isAllowed() ? 1 : 0;
      time.pass(Duration.ofMillis(1));
    }
    assertEquals(1_000 + 2_999, allowed, "A minute: the burst, and what came back meanwhile");
  }

  @Test
  void take_oneHolder_leavesOthersAlone() {
    IntStream.range(0, 100).forEach(i -> buckets.take("a", SLOW));
    assertTrue(buckets.take("b", SLOW).isAllowed());
  }

  @Test
  void take_changedLimit_holdsAtOnce() {
    IntStream.range(0, 3).forEach(i -> buckets.take("a", SLOW));
    RateLimit wider = new RateLimit(60, 5);
    assertEquals(4, buckets.take("a", wider).remaining());
  }

  @Test
  void ifEmpty_takesNothingAndRemembersNobody() {
    assertEquals(Optional.empty(), buckets.ifEmpty("a", SLOW));
    assertEquals(0, buckets.size());
    buckets.take("a", SLOW);
    IntStream.range(0, 10).forEach(i -> assertEquals(Optional.empty(), buckets.ifEmpty("a", SLOW)));
    buckets.take("a", SLOW);
    buckets.take("a", SLOW);
    assertEquals(Duration.ofSeconds(1), buckets.ifEmpty("a", SLOW).orElseThrow().untilNext());
    time.pass(Duration.ofSeconds(1));
    assertEquals(Optional.empty(), buckets.ifEmpty("a", SLOW));
  }

  @Test
  void size_idleUntilFull_isForgotten() {
    buckets.take("a", SLOW);
    time.pass(Duration.ofSeconds(3).minusNanos(1));
    assertEquals(1, buckets.size());
    time.pass(Duration.ofSeconds(2));
    assertEquals(0, buckets.size());
  }

  @Test
  void take_manyOthers_isBoundedAndGivesNobodyAFreshBucket() {
    for (int i = 0; i < 200_000; i++) {
      if (i % 10 == 0) {
        buckets.take("attacker", SLOW);
      }
      buckets.take("other" + i, SLOW);
    }
    assertTrue(buckets.size() <= 100, () -> buckets.size() + " buckets");
    assertFalse(buckets.take("attacker", SLOW).isAllowed());
  }

  /** Time that passes when the test says so. */
  private static final class HandTime implements TimeMeter {
    private long nanos = 1;

    void pass(Duration time) {
      nanos += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
