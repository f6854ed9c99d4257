package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.parallel.Isolated;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;

/** Two nodes on one database: what is taken away on the command line is gone on both at once. */
@TestInstance(Lifecycle.PER_CLASS)
@Isolated("It holds answers to two seconds")
class TwoNodesIT {
  private static final String PURPOSE = "hotel-check-in";
  private static final int A_SECOND = 200;

  private static final Duration OUTAGE = Duration.ofSeconds(4);
  private static final Duration TOLD_WITHIN = Duration.ofSeconds(2);

  /** Calls to each node, before and after, without which a test would say little. */
  private static final int MANY = 100;

  private final TwoNodes nodes = startNodes();
  private final String busy = nodes.organisation(PURPOSE);

  /** So that the steady load is one: a server that has just started is slow. */
  @BeforeAll
  void warmUp() throws Exception {
    SteadyLoad load =
        SteadyLoad.start(
            A_SECOND,
            nodes.both().stream().map(node -> node.with(node.hotel().testKey())).toList());
    load.awaitAnswered(3 * A_SECOND, Long.MIN_VALUE);
    load.stop();
  }

  @AfterAll
  void stopNodes() {
    nodes.close();
  }

  @Test
  void key_revokedUnderLoad_isRefusedOnBothNodesFromTheAnswerOn() throws Exception {
    JsonNode key = issue(busy, "live");

    assertTakenAway(
        key, "api-key revoke " + key.path("id").asText() + " --reason Test", "api-key-revoked");
  }

  @Test
  void organisation_suspendedUnderLoad_isRefusedOnBothNodesFromTheAnswerOn() throws Exception {
    String organisation = nodes.organisation(PURPOSE);

    assertTakenAway(
        issue(organisation, "live"),
        "organisation suspend " + organisation + " --reason Test",
        "organisation-suspended");
  }

  @Test
  void key_narrowedUnderLoad_isRefusedOnBothNodesFromTheAnswerOn() throws Exception {
    JsonNode key = issue(busy, "live");

    assertTakenAway(
        key,
        "api-key narrow " + key.path("id").asText() + " --scope statements:read",
        "scope-missing");
  }

  @Test
  void verification_askedOnOneNode_isConfirmedOnTheOther() throws Exception {
    for (boolean swapped : List.of(false, true)) {
      RunningServer asking = swapped ? nodes.second() : nodes.first();
      RunningServer confirming = swapped ? nodes.first() : nodes.second();
      Person person = People.registered();
      Api asks = asking.with(asking.hotel().liveKey());
      Api confirms = confirming.with(asking.hotel().liveKey());
      String id = asks.ask(person, PURPOSE).json(201).path("id").asText();
      String code = confirming.inbox().code(id, person.mobile());

      CompletableFuture<Answer> here = CompletableFuture.supplyAsync(() -> asks.confirm(id, code));
      Answer there = confirms.confirm(id, code);

      assertEquals(Map.of("200", 1, "already-completed", 1), counted(List.of(here.get(), there)));
      JsonNode read = asks.verification(id).json(200);
      assertEquals(person.status(), read.path("status").asInt());
      assertEquals(read, confirms.verification(id).json(200));
    }
  }

  @Test
  void database_killedUnderLoad_isToldWithinTwoSecondsAndNothingIsLost() throws Exception {
    List<Api> apis = with(issue(busy, "test"));
    OutageLoad load = OutageLoad.start(apis, PURPOSE, 4);
    load.awaitCompleted(40);

    long killed = System.nanoTime();
    nodes.postgres().kill();
    Thread.sleep(OUTAGE.toMillis());
    for (RunningServer node : nodes.both()) {
      assertEquals(503, node.withoutKey().get("/health/ready").status());
      assertEquals(200, node.withoutKey().get("/health/live").status());
    }
    long again = System.nanoTime();
    nodes.postgres().startAgain();
    long started = System.nanoTime();
    load.awaitCompleted(40);
    load.stop();

    assertTold(load, killed, again, started);
    for (RunningServer node : nodes.both()) {
      assertEquals(200, node.withoutKey().get("/health/ready").status());
    }
    assertNothingLost(load, apis.get(0));
    assertEquals(Map.of(), RecordedActs.repeated(nodes.first(), "code-redeemed"));
    assertEquals(Map.of(), RecordedActs.repeated(nodes.first(), "statement-signed"));
  }

  private static void assertTold(OutageLoad load, long killed, long again, long started) {
    Map<String, Integer> outcomes = new TreeMap<>();
    Duration slowest = Duration.ZERO;
    Map<String, Integer> without = new TreeMap<>();
    long back = Long.MAX_VALUE;
    for (OutageLoad.Call call : load.calls()) {
      outcomes.merge(call.outcome(), 1, Integer::sum);
      if (call.begun() > killed && call.begun() < again) {
        without.merge(call.outcome(), 1, Integer::sum);
      }
      long end = call.begun() + call.took().toNanos();
      if (end > killed && call.begun() < started && call.took().compareTo(slowest) > 0) {
        slowest = call.took();
      }
      if (end > again && call.outcome().startsWith("20")) {
        back = Math.min(back, end - started);
      }
    }
    String said =
        "database killed: "
            + (outcomes + ", without it " + without + ", slowest " + slowest)
            + (", first answer " + back / 1_000_000 + " ms after its start");
    System.out.println(said);
    assertEquals(Set.of("database-unavailable"), without.keySet(), said);
    assertEquals(Set.of("200", "201", "database-unavailable"), outcomes.keySet(), said);
    assertTrue(slowest.compareTo(TOLD_WITHIN) <= 0, said);
  }

  private static void assertNothingLost(OutageLoad load, Api api) {
    for (String id : load.asked().keySet()) {
      String statement = load.completed().get(id);
      Answer confirmed = api.confirm(id, "246810");
      if (statement != null || !confirmed.outcome().equals("200")) {
        assertEquals("already-completed", confirmed.outcome(), confirmed.body());
      }
      JsonNode kept = api.verification(id).json(200);
      assertEquals("completed", kept.path("state").asText(), kept.toString());
      if (statement != null) {
        assertEquals(statement, kept.path("statement").asText());
      }
    }
  }

  private List<Api> with(JsonNode key) {
    return nodes.both().stream().map(node -> node.with(key.path("key").asText())).toList();
  }

  private void assertTakenAway(JsonNode key, String command, String refusal) throws Exception {
    List<Api> apis = with(key);
    SteadyLoad load = SteadyLoad.start(A_SECOND, apis);
    load.awaitAnswered(MANY, Long.MIN_VALUE);
    long asked = System.nanoTime();
    nodes.done(command);
    long done = System.nanoTime();
    load.awaitAnswered(MANY, done);
    List<SteadyLoad.Call> calls = load.stop();

    for (int node = 0; node < apis.size(); node++) {
      Map<String, Integer> before = outcomes(calls, node, Long.MIN_VALUE, asked);
      Map<String, Integer> during = outcomes(calls, node, asked, done);
      Map<String, Integer> after = outcomes(calls, node, done, Long.MAX_VALUE);
      String said = command + ", node " + node + ": " + before + during + after;
      System.out.println(said + ", slowest " + slowest(calls));
      assertTrue(before.getOrDefault("200", 0) >= MANY, said);
      assertEquals(1, before.size(), said);
      during.keySet().forEach(one -> assertTrue(List.of("200", refusal).contains(one), said));
      assertTrue(after.getOrDefault(refusal, 0) >= MANY, said);
      assertEquals(1, after.size(), said);
    }
  }

  /** A key's name has at most two keys that live. */
  private JsonNode issue(String organisation, String mode) {
    String name = "load-" + System.nanoTime();
    return nodes.done("api-key issue " + organisation + " --mode " + mode + " --name " + name);
  }

  private static Map<String, Integer> outcomes(
      List<SteadyLoad.Call> calls, int node, long from, long to) {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (SteadyLoad.Call call : calls) {
      if (call.node() == node && call.begun() >= from && call.begun() < to) {
        outcomes.merge(call.outcome(), 1, Integer::sum);
      }
    }
    return outcomes;
  }

  private static Duration slowest(List<SteadyLoad.Call> calls) {
    return calls.stream().map(SteadyLoad.Call::took).max(Duration::compareTo).orElseThrow();
  }

  private static Map<String, Integer> counted(List<Answer> answers) {
    Map<String, Integer> counted = new TreeMap<>();
    answers.forEach(answer -> counted.merge(answer.outcome(), 1, Integer::sum));
    return counted;
  }

  private static TwoNodes startNodes() {
    try {
      return TwoNodes.start();
    } catch (java.io.IOException | java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
