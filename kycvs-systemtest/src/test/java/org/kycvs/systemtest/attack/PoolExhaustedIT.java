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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/**
 * More callers than the database serves.
 *
 * <p>Calls alone cannot use up the pool: 64 requests are served at once, and there are 72
 * connections. If somebody outside holds a lock that all calls need, 64 of them wait for the
 * database, and the others in the server's queue, without a thread. After nine seconds the database
 * gives up the statements of those that it has, which are told so, and the next 64 begin: a caller
 * waits nine seconds for each 64 before him and for himself, or until the lock is given back.
 */
@ExtendWith(SharedServer.class)
@Timeout(180)
class PoolExhaustedIT {
  private static final int REQUESTS_AT_ONCE = 64;
  private static final int CALLERS = 100;
  private static final String GONE = "database-unavailable";

  /** The database's own limit, and what a busy machine may add. */
  private static final Duration STATEMENT = Duration.ofSeconds(9);

  private static final Duration SLACK = Duration.ofMillis(2_500);
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

  private final RunningServer server;
  private final Api api;

  /** An answer, and how long it took. */
  private record Timed(Answer answer, Duration took) {}

  PoolExhaustedIT(RunningServer server) {
    this.server = server;
    this.api = server.with(server.railway().testKey());
  }

  @Test
  void lockThatAllCallsNeed_isWaitedForThenToldAndNeverOurFault() throws Exception {
    assertEquals(200, list().answer().status());
    List<Timed> all;
    try (Connection owner = OwnerLogin.connect(server);
        Callers callers = new Callers(CALLERS)) {
      owner.setAutoCommit(false);
      lock(owner, "api_key");
      List<Future<Timed>> calls = callers.call(CALLERS, this::list);
      // The first, on a quiet machine all 64, have been told by now; the others wait for the lock.
      Thread.sleep(STATEMENT.plus(SLACK).toMillis());
      long released = System.nanoTime();
      owner.rollback();
      all = Callers.answers(calls);
      assertTrue(since(released).compareTo(TOLD_WITHIN) <= 0, "recovery " + since(released));
    }

    String said = "calls that wait for a lock: " + counted(all) + ", slowest " + slowest(all);
    System.out.println(said);
    assertEquals(Set.of("200", GONE), counted(all).keySet(), said);
    assertTrue(counted(all).get(GONE) <= REQUESTS_AT_ONCE, said);
    assertTold(all);
    Duration most = STATEMENT.plus(SLACK).plus(TOLD_WITHIN);
    assertTrue(slowest(all).compareTo(most) <= 0, said);
    assertServedAtOnce();
  }

  private static void lock(Connection owner, String table) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
    }
  }

  /** Each refusal is a problem document that says when to come again. */
  private static void assertTold(List<Timed> all) {
    for (Timed one : all) {
      if (one.answer().status() != 200) {
        one.answer().problem(503, GONE);
        assertEquals("2", one.answer().header("Retry-After"));
      }
    }
  }

  private void assertServedAtOnce() throws Exception {
    try (Callers callers = new Callers(CALLERS)) {
      List<Timed> all = Callers.answers(callers.call(CALLERS, this::list));
      assertEquals(Map.of("200", CALLERS), counted(all), "slowest " + slowest(all));
    }
    assertEquals(200, server.withoutKey().get("/health/ready").status());
  }

  private Timed list() {
    long begun = System.nanoTime();
    Answer answer = api.get(Api.VERIFICATIONS + "?limit=1");
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
