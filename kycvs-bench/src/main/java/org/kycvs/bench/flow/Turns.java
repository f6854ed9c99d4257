package org.kycvs.bench.flow;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.bench.people.Resident;

/** Whose turn it is, and until when; shared by all callers. */
final class Turns {
  private static final long SECOND = 1_000_000_000L;

  private final List<Resident> residents;
  private final AtomicInteger next;
  private final int warmUpSeconds;
  private final int seconds;
  private volatile boolean begun;
  private volatile boolean stopped;
  private long from;
  private long until;

  /**
   * Nothing is measured yet.
   *
   * @param next goes on where the turns before left off
   */
  Turns(List<Resident> residents, AtomicInteger next, int warmUpSeconds, int seconds) {
    this.residents = residents;
    this.next = next;
    this.warmUpSeconds = warmUpSeconds;
    this.seconds = seconds;
  }

  /** Begins now: first the warm-up, then what is measured. */
  void begin() {
    from = System.nanoTime() + warmUpSeconds * SECOND;
    until = from + seconds * SECOND;
    begun = true;
  }

  /** Whom to ask about: everybody once, and then from the beginning. */
  Resident next() {
    return residents.get(next.getAndUpdate(turn -> (turn + 1) % residents.size()));
  }

  /** Whether another question is to be asked. */
  boolean goOn() {
    return !stopped && until - System.nanoTime() > 0;
  }

  /** Whether all of something was while it is measured, by {@link System#nanoTime}. */
  boolean measures(long began, long ended) {
    return begun && began - from >= 0 && until - ended >= 0;
  }

  /** Waits until the warm-up is over; at once, if stopped. */
  void awaitBegin() {
    await(from);
  }

  /** Waits until the time is over; at once, if stopped. */
  void awaitEnd() {
    await(until);
  }

  /** Something failed: nobody need go on. */
  void stop() {
    stopped = true;
  }

  private void await(long instant) {
    long pauseMillis = 10;
    while (!stopped && instant - System.nanoTime() > 0) {
      try {
        Thread.sleep(pauseMillis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
