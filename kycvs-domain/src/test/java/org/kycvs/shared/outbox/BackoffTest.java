package org.kycvs.shared.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration SECOND = Duration.ofSeconds(5);

  private final Backoff backoff = Backoff.of(FIRST, SECOND);

  @Test
  void after_eachTry_isItsWaitAndThenNone() {
    assertEquals(Optional.of(FIRST), backoff.after(1));
    assertEquals(Optional.of(SECOND), backoff.after(2));
    assertEquals(Optional.empty(), backoff.after(3));
    assertEquals(Optional.empty(), backoff.after(Integer.MAX_VALUE));
  }

  @Test
  void longest_isTheLast() {
    assertEquals(SECOND, backoff.longest());
  }

  @Test
  void of_negativeWait_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> Backoff.of(Duration.ofNanos(-1)));
  }
}
