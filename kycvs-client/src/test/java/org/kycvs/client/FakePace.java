package org.kycvs.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only in pauses, and chance that is always the same. */
final class FakePace implements Pace {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final double CHANCE = 0.5;

  private final List<Duration> pauses = new ArrayList<>();
  private long nanos;
  private boolean interrupting;

  /** The pauses so far. */
  List<Duration> pauses() {
    return List.copyOf(pauses);
  }

  /** Lets the next pause be interrupted. */
  void interruptNextPause() {
    interrupting = true;
  }

  @Override
  public Instant now() {
    return NOW;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public void sleep(Duration time) throws InterruptedException {
    if (interrupting) {
      throw new InterruptedException();
    }
    pauses.add(time);
    nanos += time.toNanos();
  }

  @Override
  public double chance() {
    return CHANCE;
  }
}
