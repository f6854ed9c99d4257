package org.kycvs.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The application's clock in tests. It goes on with the system's, to the microsecond, until a test
 * moves it forward or stops it; it goes back only where a test sets it back, and brings it forward
 * again.
 */
public final class TestClock extends Clock {
  private static final Duration RESOLUTION = Duration.ofNanos(1_000);

  /** The one that the application has. */
  public static final TestClock INSTANCE = new TestClock();

  private final Clock system = Clock.tick(Clock.systemUTC(), RESOLUTION);
  private Duration ahead = Duration.ZERO;
  private @Nullable Instant stoppedAt;
  private @Nullable Thread watched;

  private TestClock() {}

  /** Lets it pass this much time at once. */
  public synchronized void advance(Duration time) {
    if (stoppedAt == null) {
      ahead = ahead.plus(time);
    } else {
      stoppedAt = stoppedAt.plus(time);
    }
  }

  /** Sets it back by this much, as an operator or a wrong time server may. */
  public synchronized void setBack(Duration time) {
    advance(time.negated());
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

  /** Holds it, but for a microsecond after each time that this thread looks at it. */
  public synchronized void tickWhenLookedAt() {
    stop();
    watched = Thread.currentThread();
  }

  /** Lets it run on from where it stopped. */
  public synchronized void goOn() {
    watched = null;
    if (stoppedAt != null) {
      ahead = Duration.between(system.instant(), stoppedAt);
      stoppedAt = null;
    }
  }

  @Override
  public synchronized Instant instant() {
    Instant stopped = stoppedAt;
    if (stopped == null) {
      return system.instant().plus(ahead);
    }
    if (Thread.currentThread().equals(watched)) {
      stoppedAt = stopped.plus(RESOLUTION);
    }
    return stopped;
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
