package org.kycvs.shared.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Drives an outbox on one node: takes what is due as soon as somebody says that there is something,
 * and hands it to a fixed number of workers. As many again are taken ahead, so that no worker waits
 * for the database; whatever was taken and not begun when a node dies is taken by another.
 *
 * <p>If the outbox cannot be read it is left alone for a second, and twice as long after each
 * further failure, up to thirty; whoever commits something into it meanwhile proves that it can be,
 * and wakes it.
 *
 * @param <T> a message that was taken
 */
public final class DispatchLoop<T> implements AutoCloseable {
  private static final Logger LOG = System.getLogger(DispatchLoop.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LAST_CHANCE = Duration.ofSeconds(5);

  private final String name;
  private final int workers;
  private final OutboxWork<T> work;
  private final Clock clock;
  private final ExecutorService taker;
  private final ExecutorService senders;

  /** Taken and not done with. */
  private final AtomicInteger inHand = new AtomicInteger();

  /** Somebody said that there is something, and nobody has looked since. */
  private final AtomicBoolean wanted = new AtomicBoolean();

  private volatile Duration pause = Duration.ZERO;
  private volatile Instant notBefore = Instant.MIN;

  /**
   * Does nothing until it is woken.
   *
   * @param name what logs call it
   * @param workers how many messages are sent at once, at least 1
   * @param threads makes one thread a worker, and one that takes
   */
  public DispatchLoop(
      String name, int workers, ThreadFactory threads, Clock clock, OutboxWork<T> work) {
    this.name = name;
    this.workers = workers;
    this.work = work;
    this.clock = clock;
    this.taker = Executors.newSingleThreadExecutor(threads);
    this.senders = Executors.newFixedThreadPool(workers, threads);
  }

  /** There may be something due. Returns at once. */
  public void wake() {
    if (wanted.compareAndSet(false, true)) {
      try {
        taker.execute(this::take);
      } catch (RejectedExecutionException e) {
        LOG.log(Level.DEBUG, "{0}: the node is stopping; others take what is due", name);
      }
    }
  }

  /** Wakes it, unless it is to leave the database alone. To be called each second. */
  public void sweep() {
    if (!clock.instant().isBefore(notBefore)) {
      wake();
    }
  }

  /**
   * Takes nothing more, and gives the workers some seconds for what was taken. What they have not
   * done by then others take, when they notice.
   */
  @Override
  public void close() {
    taker.shutdownNow();
    senders.shutdown();
    try {
      if (!senders.awaitTermination(LAST_CHANCE.toMillis(), TimeUnit.MILLISECONDS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      senders.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void take() {
    wanted.set(false);
    try {
      int room = 2 * workers - inHand.get();
      while (room > 0) {
        List<T> taken = work.take(room);
        inHand.addAndGet(taken.size());
        taken.forEach(one -> senders.execute(() -> send(one)));
        // Fewer than there was room for: nothing else is due.
        room = taken.size() < room ? 0 : 2 * workers - inHand.get();
      }
      pause = Duration.ZERO;
      notBefore = Instant.MIN;
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "{0}: the node is stopping; others take what is due", name);
    } catch (RuntimeException e) {
      leaveAlone(e);
    }
  }

  private void send(T taken) {
    try {
      work.send(taken);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, name + ": a message could not be sent; it is due again later", e);
    } finally {
      if (inHand.decrementAndGet() == workers) {
        wake();
      }
    }
  }

  private void leaveAlone(RuntimeException failure) {
    Duration doubled = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    notBefore = clock.instant().plus(pause);
    LOG.log(
        Level.WARNING,
        "{0}: the outbox cannot be read; again in {1}: {2}",
        name,
        pause,
        failure.toString());
  }
}
