package org.kycvs.systemtest.attack;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;

/** So many requests a second, taking turns among nodes, however long each takes. */
final class SteadyLoad {
  private static final int CALLERS = 64;
  private static final long PATIENCE_SECONDS = 60;
  private static final long PAUSE_MILLIS = 20;

  private final List<Api> nodes;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final AtomicInteger turn = new AtomicInteger();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();

  /**
   * A request that was made.
   *
   * @param node which node
   * @param begun when it began, by {@link System#nanoTime}
   * @param took how long until it was answered
   * @param outcome the problem's code, the status, or {@code cut}
   */
  record Call(int node, long begun, Duration took, String outcome) {}

  private SteadyLoad(List<Api> nodes) {
    this.nodes = List.copyOf(nodes);
  }

  /** Begins. */
  static SteadyLoad start(int perSecond, List<Api> nodes) {
    SteadyLoad load = new SteadyLoad(nodes);
    long nanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    load.clock.scheduleAtFixedRate(
        () -> load.callers.execute(load::call), 0, nanos, TimeUnit.NANOSECONDS);
    return load;
  }

  /** Waits until each node has answered so many that began after a moment. */
  void awaitAnswered(int many, long after) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    for (int node = 0; node < nodes.size(); node++) {
      while (answered(node, after) < many) {
        if (System.nanoTime() > until) {
          throw new AssertionError("Node " + node + " answered only " + answered(node, after));
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    }
  }

  private long answered(int node, long after) {
    return calls.stream().filter(call -> call.node() == node && call.begun() > after).count();
  }

  /** Ends, and waits for what was begun. */
  List<Call> stop() throws InterruptedException {
    clock.shutdown();
    if (!clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("The clock does not stop");
    }
    callers.shutdown();
    if (!callers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("Some requests are not answered");
    }
    return new ArrayList<>(calls);
  }

  private void call() {
    int node = turn.getAndIncrement() % nodes.size();
    long begun = System.nanoTime();
    String outcome;
    try {
      Answer answer = nodes.get(node).get(Api.VERIFICATIONS + "?limit=1");
      outcome = answer.outcome();
    } catch (UncheckedIOException e) {
      outcome = "cut";
    }
    calls.add(new Call(node, begun, Duration.ofNanos(System.nanoTime() - begun), outcome));
  }
}
