package org.kycvs.notification.control.smpp;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long a gateway that said "too many" is left alone: a second, and twice as long each time that
 * it says so again without having taken a message between, up to thirty.
 */
final class Throttle {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Clock clock;
  private Instant until = Instant.MIN;
  private Duration next = FIRST;

  Throttle(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait still; empty if messages may be sent. */
  synchronized Optional<Duration> left() {
    Instant now = clock.instant();
    return now.isBefore(until) ? Optional.of(Duration.between(now, until)) : Optional.empty();
  }

  /**
   * The gateway said "too many". Those that were under way then say it too, and count once.
   *
   * @return how long it is left alone
   */
  synchronized Duration tooMany() {
    Optional<Duration> already = left();
    if (already.isPresent()) {
      return already.get();
    }
    Duration pause = next;
    until = clock.instant().plus(pause);
    Duration doubled = next.multipliedBy(2);
    next = doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    return pause;
  }

  /** The gateway took a message. */
  synchronized void taken() {
    if (left().isEmpty()) {
      next = FIRST;
    }
  }
}
