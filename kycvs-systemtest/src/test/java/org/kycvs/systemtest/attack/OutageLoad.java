package org.kycvs.systemtest.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;

/** Verifiers who ask and confirm in test mode, and go on whatever is answered. */
final class OutageLoad {
  private static final String PERSON = "+915555500002";
  private static final String CODE = "246810";
  private static final long PATIENCE_SECONDS = 60;
  private static final long PAUSE_MILLIS = 20;

  private final String purpose;
  private final ExecutorService callers;
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Map<String, Api> asked = new ConcurrentHashMap<>();
  private final Map<String, String> completed = new ConcurrentHashMap<>();
  private volatile boolean ending;

  /**
   * A request that was made.
   *
   * @param begun when it began, by {@link System#nanoTime}
   * @param took how long until it was answered
   * @param outcome the problem's code, the status, or {@code cut}
   */
  record Call(long begun, Duration took, String outcome) {}

  private OutageLoad(String purpose, int callers) {
    this.purpose = purpose;
    this.callers = Executors.newFixedThreadPool(callers);
  }

  /** Begins, with so many callers of each node. */
  static OutageLoad start(List<Api> nodes, String purpose, int callersOfEach) {
    OutageLoad load = new OutageLoad(purpose, nodes.size() * callersOfEach);
    for (Api node : nodes) {
      for (int i = 0; i < callersOfEach; i++) {
        load.callers.execute(() -> load.askAndConfirm(node));
      }
    }
    load.callers.shutdown();
    return load;
  }

  /** Waits until so many more verifications were completed. */
  void awaitCompleted(int more) throws InterruptedException {
    int enough = completed.size() + more;
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (completed.size() < enough) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Only " + completed.size() + " were completed: " + calls());
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Ends. */
  void stop() throws InterruptedException {
    ending = true;
    if (!callers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("Some requests are not answered");
    }
  }

  /** What was called. */
  List<Call> calls() {
    return new ArrayList<>(calls);
  }

  /** Each verification whose question was answered with 201. */
  Map<String, Api> asked() {
    return Map.copyOf(asked);
  }

  /** Each statement that was answered with 200, by its verification. */
  Map<String, String> completed() {
    return Map.copyOf(completed);
  }

  private void askAndConfirm(Api node) {
    while (!ending) {
      JsonNode question =
          made(
              () -> node.ask(Map.of("mobile", PERSON, "name", "Anybody", "purpose", purpose)), 201);
      String id = question.path("id").asText();
      if (!id.isEmpty()) {
        asked.put(id, node);
        String statement = made(() -> node.confirm(id, CODE), 200).path("statement").asText();
        if (!statement.isEmpty()) {
          completed.put(id, statement);
        }
      }
    }
  }

  private JsonNode made(Supplier<Answer> request, int expected) {
    long begun = System.nanoTime();
    String outcome = "cut";
    JsonNode body = MissingNode.getInstance();
    try {
      Answer answer = request.get();
      outcome = answer.outcome();
      if (answer.status() == expected) {
        body = answer.json();
      }
    } catch (UncheckedIOException e) {
      // It is counted as cut.
    }
    calls.add(new Call(begun, Duration.ofNanos(System.nanoTime() - begun), outcome));
    return body;
  }
}
