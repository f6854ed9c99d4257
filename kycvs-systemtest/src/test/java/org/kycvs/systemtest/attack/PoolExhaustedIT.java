package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/**
 * More callers than the database serves: somebody outside holds a lock that all calls need.
 *
 * <p>Calls cannot use up the pool: 60 are made at once, and there are 72 connections. 60 wait for
 * the database, the others for their turn. After nine seconds the database gives up the statements
 * of those that it has, which are told so, and the next ones begin.
 */
@ExtendWith(SharedServer.class)
@Timeout(180)
class PoolExhaustedIT {
  private static final int CALLERS = 100;
  private static final String GONE = "database-unavailable";

  /** The database's own limit, and what a busy machine may add. */
  private static final Duration STATEMENT = Duration.ofSeconds(9);

  private static final Duration SLACK = Duration.ofMillis(2_500);

  private final RunningServer server;
  private final Api api;

  /** An answer, and how long it took. */
  private record Timed(Answer answer, Duration took) {}

  PoolExhaustedIT(RunningServer server) {
    this.server = server;
    this.api = server.with(server.railway().testKey());
  }

  @Test
  void readsWhileAllNeedALockedTable_waitOrAreToldAndAreNeverOurFault() throws Exception {
    assertHeldUp("200", () -> api.get(Api.VERIFICATIONS + "?limit=1"));
  }

  @Test
  void confirmationsWhileAllNeedALockedTable_waitOrAreToldAndAreNeverOurFault() throws Exception {
    assertHeldUp(
        "verification-not-found", () -> api.confirm("ver_0000000000000000000000", "111111"));
  }

  private void assertHeldUp(String served, Supplier<Answer> request) throws Exception {
    assertEquals(served, timed(request).answer().outcome());
    List<Timed> all;
    try (Connection owner = OwnerLogin.connect(server);
        Callers callers = new Callers(CALLERS)) {
      owner.setAutoCommit(false);
      lock(owner, "api_key");
      List<Future<Timed>> calls = callers.call(CALLERS, () -> timed(request));
      // The first, on a quiet machine all 60, have been told by now; the others wait for the lock.
      Thread.sleep(STATEMENT.plus(SLACK).toMillis());
      owner.rollback();
      all = Callers.answers(calls);
    }

    String said =
        counted(all) + ", slowest " + slowest(all) + ", told first after " + firstTold(all);
    System.out.println("calls that wait for a lock: " + said);
    assertTrue(Set.of(served, GONE).containsAll(counted(all).keySet()), said);
    assertTold(all);
    Duration most = STATEMENT.plus(SLACK).plus(SLACK);
    assertTrue(slowest(all).compareTo(most) <= 0, said);
    try (Callers callers = new Callers(CALLERS)) {
      all = Callers.answers(callers.call(CALLERS, () -> timed(request)));
      assertEquals(Map.of(served, CALLERS), counted(all), "slowest " + slowest(all));
    }
    assertEquals(200, server.withoutKey().get("/health/ready").status());
  }

  private static void lock(Connection owner, String table) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
  }

  /** Each refusal is a problem document that says when to come again. */
  private static void assertTold(List<Timed> all) {
    for (Timed one : all) {
      if (one.answer().outcome().equals(GONE)) {
        one.answer().problem(503, GONE);
        assertEquals("2", one.answer().header("Retry-After"));
      }
    }
  }

  private static Timed timed(Supplier<Answer> request) {
    long begun = System.nanoTime();
    Answer answer = request.get();
    return new Timed(answer, since(begun));
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static Map<String, Integer> counted(List<Timed> all) {
    Map<String, Integer> counted = new TreeMap<>();
    all.forEach(one -> counted.merge(one.answer().outcome(), 1, Integer::sum));
    return counted;
  }

  private static Duration slowest(List<Timed> all) {
    return all.stream().map(Timed::took).max(Duration::compareTo).orElseThrow();
  }

  private static Duration firstTold(List<Timed> all) {
    return all.stream()
        .filter(one -> one.answer().outcome().equals(GONE))
        .map(Timed::took)
        .min(Duration::compareTo)
        .orElseThrow();
  }

  /** Threads that call all at once. */
  private record Callers(ExecutorService threads) implements AutoCloseable {
    Callers(int many) {
      this(Executors.newFixedThreadPool(many));
    }

    List<Future<Timed>> call(int many, Callable<Timed> call) {
      List<Future<Timed>> calls = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        calls.add(threads.submit(call));
      }
      return calls;
    }

    static List<Timed> answers(List<Future<Timed>> calls) throws Exception {
      List<Timed> answers = new ArrayList<>();
      for (Future<Timed> call : calls) {
        answers.add(call.get());
      }
      return answers;
    }

    @Override
    public void close() {
      threads.shutdownNow();
    }
  }
}
