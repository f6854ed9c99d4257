package org.kycvs.systemtest.attack;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;

/** Confirmations that all begin at the same moment, and what became of each. */
final class Burst {
  private static final long PATIENCE_SECONDS = 120;
  private static final long PAUSE_MILLIS = 1;

  private final Api api;
  private final CountDownLatch begin = new CountDownLatch(1);
  private final Map<Confirmation, Answer> answered = new ConcurrentHashMap<>();
  private final AtomicInteger cut = new AtomicInteger();
  private final List<Confirmation> all;
  private final ExecutorService callers;

  /**
   * One of them.
   *
   * @param number tells those apart that are otherwise the same
   */
  record Confirmation(int number, String verification, String code) {}

  private Burst(Api api, List<Confirmation> all) {
    this.api = api;
    this.all = List.copyOf(all);
    this.callers = Executors.newFixedThreadPool(all.size());
    all.forEach(one -> callers.execute(() -> send(one)));
    callers.shutdown();
  }

  /** Sends them, each on a thread of its own. */
  static Burst start(Api api, List<Confirmation> all) {
    Burst burst = new Burst(api, all);
    burst.begin.countDown();
    return burst;
  }

  /** Waits until so many were answered. */
  void awaitAnswered(int many) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (answered.size() < many && !callers.isTerminated()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Only " + answered.size() + " were answered");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Waits until each was answered or cut. */
  void awaitEnd() throws InterruptedException {
    if (!callers.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("Some are neither answered nor cut");
    }
  }

  /** Those that nobody answered, or that a server which was going did not take. */
  List<Confirmation> unanswered() {
    List<Confirmation> rest = new ArrayList<>(all);
    rest.removeAll(answered.keySet());
    return rest;
  }

  /** How many connections broke. */
  int cut() {
    return cut.get();
  }

  /** How often each outcome came for a verification. */
  Map<String, Integer> outcomes(String verification) {
    Map<String, Integer> outcomes = new TreeMap<>();
    answered.forEach(
        (one, answer) -> {
          if (one.verification().equals(verification)) {
            outcomes.merge(answer.outcome(), 1, Integer::sum);
          }
        });
    return outcomes;
  }

  /** The successful answers for a verification. */
  List<Answer> successes(String verification) {
    return answered.entrySet().stream()
        .filter(one -> one.getKey().verification().equals(verification))
        .map(Map.Entry::getValue)
        .filter(answer -> answer.status() == 200)
        .toList();
  }

  private void send(Confirmation one) {
    try {
      begin.await();
      Answer answer = api.confirm(one.verification(), one.code());
      if (answer.status() != 503) {
        answered.put(one, answer);
      }
    } catch (UncheckedIOException e) {
      cut.incrementAndGet();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
