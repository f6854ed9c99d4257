package org.kycvs.shared.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DispatchLoopTest {
  private static final int WORKERS = 4;
  private static final int MANY = 5_000;

  private final MovedClock clock = new MovedClock();
  private final FakeOutbox outbox = new FakeOutbox();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final DispatchLoop<Integer> loop =
      new DispatchLoop<>("test", WORKERS, this::thread, clock, outbox);

  @AfterEach
  void close() {
    outbox.open.countDown();
    loop.close();
  }

  @Test
  void wake_outboxFilledByManyThreads_everyMessageIsSentOnceWithoutASweep() throws Exception {
    outbox.open.countDown();
    List<Thread> fillers = new ArrayList<>();
    for (int filler = 0; filler < 4; filler++) {
      int first = filler * MANY;
      fillers.add(
          new Thread(
              () -> {
                for (int i = 0; i < MANY; i++) {
                  outbox.put(first + i);
                  loop.wake();
                }
              }));
    }
    fillers.forEach(Thread::start);
    for (Thread filler : fillers) {
      filler.join();
    }

    eventually(() -> outbox.sent().size() >= 4 * MANY);
    assertEquals(4 * MANY, outbox.sent().size());
    assertEquals(4 * MANY, new HashSet<>(outbox.sent()).size());
  }

  @Test
  void wake_moreThanThereIsRoomFor_takesTwiceTheWorkersAndTheRestAsTheyAreDone() {
    for (int i = 0; i < 100; i++) {
      outbox.put(i);
    }
    loop.wake();
    eventually(() -> outbox.sending.get() == WORKERS);
    for (int i = 0; i < 20; i++) {
      loop.wake();
    }
    pause();
    assertEquals(2 * WORKERS, outbox.taken.get());
    assertEquals(WORKERS, outbox.mostSending.get());

    outbox.open.countDown();
    eventually(() -> outbox.sent().size() == 100);
    assertEquals(WORKERS, outbox.mostSending.get());
  }

  @Test
  void send_throws_neitherStopsOthersNorHoldsItsPlace() {
    outbox.open.countDown();
    outbox.failing = true;
    for (int i = 0; i < 3 * WORKERS; i++) {
      outbox.put(i);
    }
    loop.wake();
    eventually(() -> outbox.sent().size() == 3 * WORKERS);
  }

  @Test
  void sweep_outboxCannotBeRead_waitsASecondThenTwiceAsLongUpToThirty() {
    outbox.unreadable = true;
    for (int seconds : List.of(1, 2, 4, 8, 16, 30, 30)) {
      int looks = outbox.looks.get();
      loop.sweep();
      eventually(() -> outbox.looks.get() == looks + 1);
      settle();
      clock.advance(Duration.ofSeconds(seconds).minusNanos(1));
      loop.sweep();
      pause();
      assertEquals(looks + 1, outbox.looks.get(), "too early, before " + seconds + " s");
      clock.advance(Duration.ofNanos(1));
    }
  }

  @Test
  void sweep_outboxWasReadAgainAfterAWake_isNotHeldUpAnyMore() {
    outbox.open.countDown();
    outbox.unreadable = true;
    loop.sweep();
    eventually(() -> outbox.looks.get() == 1);
    settle();
    outbox.unreadable = false;
    loop.wake();
    eventually(() -> outbox.looks.get() == 2);
    settle();

    loop.sweep();
    eventually(() -> outbox.looks.get() == 3);
  }

  @Test
  void close_whileSending_letsThatEndAndTakesNoMore() throws Exception {
    for (int i = 0; i < 100; i++) {
      outbox.put(i);
    }
    loop.wake();
    eventually(() -> outbox.sending.get() == WORKERS);
    Thread closing = new Thread(loop::close);
    closing.start();
    pause();
    outbox.open.countDown();
    closing.join(TimeUnit.SECONDS.toMillis(10));

    assertTrue(!closing.isAlive());
    assertEquals(2 * WORKERS, outbox.sent().size(), "What was taken is sent");
    loop.wake();
    loop.sweep();
    pause();
    assertEquals(2 * WORKERS, outbox.taken.get(), "Nothing more is taken");
  }

  private Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    threads.add(thread);
    return thread;
  }

  /** The taker has noted what became of its look, and waits for more. */
  private void settle() {
    eventually(() -> threads.stream().allMatch(one -> one.getState() == Thread.State.WAITING));
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void eventually(BooleanSupplier condition) {
    for (long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        !condition.getAsBoolean(); ) {
      assertTrue(System.nanoTime() < until, "It did not happen");
      Thread.onSpinWait();
    }
  }

  /** Messages are numbers; sending waits until the gate is opened. */
  private static final class FakeOutbox implements OutboxWork<Integer> {
    final CountDownLatch open = new CountDownLatch(1);
    final AtomicInteger taken = new AtomicInteger();
    final AtomicInteger looks = new AtomicInteger();
    final AtomicInteger sending = new AtomicInteger();
    final AtomicInteger mostSending = new AtomicInteger();
    volatile boolean unreadable;
    volatile boolean failing;
    private final Deque<Integer> due = new ArrayDeque<>();
    private final List<Integer> sent = new ArrayList<>();

    synchronized void put(int message) {
      due.add(message);
    }

    synchronized List<Integer> sent() {
      return new ArrayList<>(sent);
    }

    @Override
    public List<Integer> take(int most) {
      looks.incrementAndGet();
      if (unreadable) {
        throw new IllegalStateException("The database is gone");
      }
      List<Integer> some = new ArrayList<>();
      synchronized (this) {
        while (some.size() < most && !due.isEmpty()) {
          some.add(due.remove());
        }
      }
      taken.addAndGet(some.size());
      return some;
    }

    @Override
    public void send(Integer message) {
      mostSending.accumulateAndGet(sending.incrementAndGet(), Math::max);
      try {
        open.await();
        synchronized (this) {
          sent.add(message);
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } finally {
        sending.decrementAndGet();
      }
      if (failing) {
        throw new IllegalStateException("It cannot be sent");
      }
    }
  }
}
