package org.kycvs.shared.rate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.shared.problem.ProblemCode;

class RateStandingTest {
  private static final RateLimit PLAIN = new RateLimit(3_000, 1_000);

  @Test
  void fields_areThoseOfTheDraft() {
    RateStanding standing =
        new RateStanding("key", PLAIN, true, 998, Duration.ZERO, Duration.ofMillis(40));
    assertEquals("\"key\";q=1000;w=20", standing.policyField());
    assertEquals("\"key\";r=998;t=1", standing.field());
  }

  @Test
  void field_fullBucket_hasNothingToWaitFor() {
    assertEquals(
        "\"key\";r=1000;t=0",
        new RateStanding("key", PLAIN, true, 1_000, Duration.ZERO, Duration.ZERO).field());
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1000000000, 1", "1000000001, 2", "60000000000, 60"})
  void refusal_waitsWholeSecondsRoundedUpAndAtLeastOne(long nanos, int seconds) {
    var refusal =
        new RateStanding("key", PLAIN, false, 0, Duration.ofNanos(nanos), Duration.ofSeconds(20))
            .refusal("Wait.");
    assertEquals(ProblemCode.TOO_MANY_REQUESTS, refusal.code());
    assertEquals(Map.of("retryAfter", seconds), refusal.members());
  }

  @ParameterizedTest
  @CsvSource({"3000, 1000, 20000000000", "1, 1000000, 60000000000000000", "7, 1, 8571428572"})
  void timeToFill_isRoundedUp(int perMinute, int burst, long nanos) {
    assertEquals(Duration.ofNanos(nanos), new RateLimit(perMinute, burst).timeToFill());
  }
}
