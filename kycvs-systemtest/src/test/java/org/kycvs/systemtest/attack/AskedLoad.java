package org.kycvs.systemtest.attack;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;

/** So many questions a second, each about another made-up mobile, however long each takes. */
final class AskedLoad {
  private static final int CALLERS = 300;
  private static final long PATIENCE_SECONDS = 60;
  private static final int FIRST_MOBILE = 10_000_000;

  private final Api api;
  private final String purpose;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
  private final AtomicInteger mobiles = new AtomicInteger(FIRST_MOBILE);
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

  /**
   * A question that was answered.
   *
   * @param mobile whom it was about, without the plus sign
   * @param verification its id; empty if there is none
   * @param begun when it began, by {@link System#nanoTime}
   * @param nanos how long until it was answered
   * @param outcome the problem's code, the status, or {@code cut}
   */
  record Asked(String mobile, String verification, long begun, long nanos, String outcome) {}

  private AskedLoad(Api api, String purpose) {
    this.api = api;
    this.purpose = purpose;
  }

  /** Begins. */
  static AskedLoad start(int perSecond, Api api, String purpose) {
    AskedLoad load = new AskedLoad(api, purpose);
    long nanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
    load.clock.scheduleAtFixedRate(
        () -> load.callers.execute(load::ask), 0, nanos, TimeUnit.NANOSECONDS);
    return load;
  }

  /** Ends, and waits for what was begun. */
  List<Asked> stop() throws InterruptedException {
    clock.shutdown();
    callers.shutdown();
    if (!clock.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)
        || !callers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("Some requests are not answered");
    }
    return new ArrayList<>(asked);
  }

  private void ask() {
    String mobile = "9199" + mobiles.incrementAndGet();
    long begun = System.nanoTime();
    String outcome = "cut";
    String id = "";
    try {
      Answer answer =
          api.ask(Map.of("mobile", "+" + mobile, "name", "Nemo Outis", "purpose", purpose));
      outcome = answer.outcome();
      id = answer.status() == 201 ? answer.json().path("id").asText() : "";
    } catch (UncheckedIOException e) {
      // It is counted as cut.
    }
    asked.add(new Asked(mobile, id, begun, System.nanoTime() - begun, outcome));
  }
}
