package org.kycvs.notification.control.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.testing.TestClock;

/** How long a gateway that gets too many is left alone. */
class ThrottleTest {
  private final TestClock clock = TestClock.INSTANCE;
  private final Throttle throttle = new Throttle(clock);

  @BeforeEach
  void holdTheClock() {
    clock.stop();
  }

  @AfterEach
  void letItGo() {
    clock.goOn();
  }

  @Test
  void tooMany_againAndAgain_doublesUpToThirtySeconds() {
    for (int expected : new int[] {1, 2, 4, 8, 16, 30, 30}) {
      Duration pause = Duration.ofSeconds(expected);
      assertEquals(pause, throttle.tooMany());
      clock.advance(pause);
    }
  }

  @Test
  void left_untilTheExactInstant_isWhatIsLeft() {
    assertEquals(Optional.empty(), throttle.left());
    assertEquals(Duration.ofSeconds(1), throttle.tooMany());
    clock.advance(Duration.ofMillis(999));
    assertEquals(Optional.of(Duration.ofMillis(1)), throttle.left());
    clock.advance(Duration.ofMillis(1));
    assertEquals(Optional.empty(), throttle.left());
  }

  @Test
  void tooMany_ofMessagesUnderWay_countsOnce() {
    assertEquals(Duration.ofSeconds(1), throttle.tooMany());
    assertEquals(Duration.ofSeconds(1), throttle.tooMany());
    throttle.taken();
    clock.advance(Duration.ofSeconds(1));
    assertEquals(Duration.ofSeconds(2), throttle.tooMany());
  }

  @Test
  void taken_afterThePause_beginsAnew() {
    assertEquals(Duration.ofSeconds(1), throttle.tooMany());
    clock.advance(Duration.ofSeconds(1));
    throttle.taken();
    assertEquals(Duration.ofSeconds(1), throttle.tooMany());
  }
}
