package org.kycvs.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** Time and chance, as the client meets them; tests bring their own. */
interface Pace {

  /** What the calendar says. */
  Instant now();

  /** Nanoseconds since some moment, never set back. */
  long nanos();

  /** Lets time pass. */
  void sleep(Duration time) throws InterruptedException;

  /** At least 0, less than 1. */
  double chance();

  /** The real ones. */
  static Pace real() {
    Clock clock = Clock.systemUTC();
    return new Pace() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }

      @Override
      public void sleep(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
      }

      @Override
      public double chance() {
        return ThreadLocalRandom.current().nextDouble();
      }
    };
  }
}
