package org.kycvs.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The application's clock in tests. It goes on with the system's, to the microsecond, until a test
 * moves it forward or stops it; it never goes back.
 */
public final class TestClock extends Clock {
  /** The one that the application has. */
  public static final TestClock INSTANCE = new TestClock();

  private final Clock system = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
  private Duration ahead = Duration.ZERO;
  private @Nullable Instant stoppedAt;

  private TestClock() {}

  /** Lets it pass this much time at once. */
  public synchronized void advance(Duration time) {
    if (stoppedAt == null) {
      ahead = ahead.plus(time);
    } else {
      stoppedAt = stoppedAt.plus(time);
    }
  }

  /** Holds it where it is. */
  public synchronized void stop() {
    stoppedAt = instant();
  }

  /** Moves it to an instant to come and holds it there. */
  public synchronized void stopAt(Instant instant) {
    if (instant.isBefore(instant())) {
      throw new IllegalArgumentException(instant + " is over");
    }
    stoppedAt = instant;
  }

  /** Lets it run on from where it stopped. */
  public synchronized void goOn() {
    if (stoppedAt != null) {
      ahead = Duration.between(system.instant(), stoppedAt);
      stoppedAt = null;
    }
  }

  @Override
  public synchronized Instant instant() {
    return stoppedAt == null ? system.instant().plus(ahead) : stoppedAt;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("The application's times are in UTC");
  }
}
