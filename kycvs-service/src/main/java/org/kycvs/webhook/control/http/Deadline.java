package org.kycvs.webhook.control.http;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When a try has to be done, by the clock that nobody sets. */
final class Deadline {
  private final long atNanos;

  private Deadline(long atNanos) {
    this.atNanos = atNanos;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * How long is left, at least a millisecond.
   *
   * @throws SocketTimeoutException if nothing is
   */
  int millisLeft() throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(atNanos - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("The time is over");
    }
    return Math.toIntExact(left);
  }

  boolean isOver() {
    return System.nanoTime() - atNanos >= 0;
  }
}
