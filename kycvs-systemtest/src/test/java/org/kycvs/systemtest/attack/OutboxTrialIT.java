package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.FakeGateway;
import org.kycvs.systemtest.support.FakeGateway.Sms;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Processes;

/**
 * A trial, not part of the usual run, of two nodes that empty one outbox of ten thousand messages:
 * once in peace, and once with one of them killed in the middle. Takes about five minutes.
 */
@Tag("trial")
class OutboxTrialIT {
  /** Fewer on a machine that has other work: {@code -Dkycvs.trial.messages=1000}. */
  private static final int MESSAGES = Integer.getInteger("kycvs.trial.messages", 10_000);

  private static final int KILLED_AT = MESSAGES * 3 / 10;

  /** To ask about ten thousand people would take longer than a code lives. */
  private static final int VERIFICATIONS = 20;

  /** What one node hands over at once, as set unless said otherwise. */
  private static final int WORKERS = 20;

  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final long PAUSE_MILLIS = 100;

  private static final String FILL =
      """
      INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at, urgency)
      SELECT 'VERIFICATION_CODE', (?::text[])[1 + n % ?], 'QUEUED', now(),
             now() + interval '9 minutes', now(), 0
      FROM generate_series(1, ?) AS n
      RETURNING id
      """;
  private static final String STATES =
      "SELECT id, state, split_part(taken_by, '/', 2) FROM sms_outbox WHERE id >= ? AND id <= ?";

  /** How a message stands, and which node took it last. */
  private record Standing(String state, String node) {}

  @Test
  void twoNodes_tenThousandMessages_eachLeavesOnce() throws Exception {
    try (FakeGateway gateway = FakeGateway.start();
        TwoNodes nodes = TwoNodes.start(settings(gateway));
        Connection owner = OwnerLogin.connect(nodes.first())) {
      gateway.think(Duration.ofMillis(10));
      long began = System.nanoTime();
      List<Long> numbers = fill(owner, verifications(nodes));

      Map<Long, Standing> end = settled(owner, numbers);

      double seconds = seconds(began);
      Map<Long, Integer> arrived = arrived(gateway, numbers);
      System.out.printf(
          "outbox, two nodes: %s in %.1f s, %.0f a second; by node %s; arrived %s%n",
          counted(end), seconds, MESSAGES / seconds, byNode(end), times(arrived));
      assertEquals(Map.of("SENT", MESSAGES), counted(end));
      assertEquals(Map.of(1, MESSAGES), times(arrived));
      assertEquals(2, byNode(end).size(), "Both nodes send");
    }
  }

  @Test
  void oneOfTwoNodesKilled_whatItWasHandingOverIsInDoubtAndTheRestLeavesOnce() throws Exception {
    try (FakeGateway gateway = FakeGateway.start();
        TwoNodes nodes = TwoNodes.start(settings(gateway));
        Connection owner = OwnerLogin.connect(nodes.second())) {
      gateway.think(Duration.ofMillis(50));
      List<Long> numbers = fill(owner, verifications(nodes));
      while (gateway.taken().size() < KILLED_AT) {
        Thread.sleep(PAUSE_MILLIS);
      }
      Processes.of(nodes.first().data().path()).forEach(ProcessHandle::destroyForcibly);
      long killed = System.nanoTime();
      int before = gateway.taken().size();

      Map<Long, Standing> end = settled(owner, numbers);

      Map<Long, Integer> arrived = arrived(gateway, numbers);
      Set<Long> doubtful = new HashSet<>(numbers);
      end.forEach(
          (number, standing) -> {
            if (!standing.state().equals("IN_DOUBT")) {
              doubtful.remove(number);
            }
          });
      Set<Long> missing = new HashSet<>(numbers);
      missing.removeAll(arrived.keySet());
      long arrivedInDoubt = doubtful.stream().filter(arrived::containsKey).count();
      System.out.printf(
          "outbox, node killed after %d: %s, all settled %.1f s later; arrived %s; in doubt %d, of"
              + " them arrived %d; not arrived %d%n",
          before,
          counted(end),
          seconds(killed),
          times(arrived),
          doubtful.size(),
          arrivedInDoubt,
          missing.size());
      assertTrue(doubtful.size() <= WORKERS, () -> "In doubt: " + doubtful.size());
      assertEquals(
          Map.of("SENT", MESSAGES - doubtful.size(), "IN_DOUBT", doubtful.size()),
          withoutNone(counted(end), doubtful.size()));
      assertEquals(Set.of(1), times(arrived).keySet(), "None twice");
      assertTrue(doubtful.containsAll(missing), "None lost that is not marked so");
    }
  }

  private static Map<String, String> settings(FakeGateway gateway) {
    Map<String, String> settings = new TreeMap<>(FakeGateway.settings(gateway));
    settings.put("KYCVS_OTP_CODE_LIFE", "PT10M");
    settings.put("KYCVS_VERIFICATION_LIFE", "PT10M");
    return settings;
  }

  private static Map<String, Integer> withoutNone(Map<String, Integer> counted, int doubtful) {
    Map<String, Integer> all = new TreeMap<>(counted);
    all.putIfAbsent("IN_DOUBT", doubtful);
    return all;
  }

  private static List<String> verifications(TwoNodes nodes) {
    Api hotel = nodes.second().with(nodes.first().hotel().liveKey());
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < VERIFICATIONS; i++) {
      asked.add(
          hotel
              .ask(People.nobody(), nodes.first().hotel().purpose())
              .json(201)
              .path("id")
              .asText());
    }
    return asked;
  }

  private static List<Long> fill(Connection owner, List<String> references) throws SQLException {
    List<Long> numbers = new ArrayList<>();
    try (PreparedStatement insert = owner.prepareStatement(FILL)) {
      insert.setArray(1, owner.createArrayOf("text", references.toArray()));
      insert.setInt(2, references.size());
      insert.setInt(3, MESSAGES);
      try (ResultSet rows = insert.executeQuery()) {
        while (rows.next()) {
          numbers.add(rows.getLong(1));
        }
      }
    }
    assertEquals(MESSAGES, numbers.size());
    return numbers;
  }

  private static Map<Long, Standing> settled(Connection owner, List<Long> numbers)
      throws SQLException, InterruptedException {
    Map<Long, Standing> now = states(owner, numbers);
    for (long until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; ) {
      Map<String, Integer> counted = counted(now);
      if (!counted.containsKey("QUEUED") && !counted.containsKey("SENDING")) {
        return now;
      }
      Thread.sleep(10 * PAUSE_MILLIS);
      now = states(owner, numbers);
    }
    throw new AssertionError("Not all are settled: " + counted(now));
  }

  private static Map<Long, Standing> states(Connection owner, List<Long> numbers)
      throws SQLException {
    Map<Long, Standing> states = new TreeMap<>();
    try (PreparedStatement select = owner.prepareStatement(STATES)) {
      select.setLong(1, numbers.stream().mapToLong(Long::longValue).min().orElseThrow());
      select.setLong(2, numbers.stream().mapToLong(Long::longValue).max().orElseThrow());
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          states.put(rows.getLong(1), new Standing(rows.getString(2), rows.getString(3)));
        }
      }
    }
    states.keySet().retainAll(new HashSet<>(numbers));
    return states;
  }

  private static Map<Long, Integer> arrived(FakeGateway gateway, List<Long> numbers) {
    Map<Long, Integer> arrived = new TreeMap<>();
    Set<Long> ours = new HashSet<>(numbers);
    for (Sms sms : gateway.taken()) {
      if (ours.contains(sms.number())) {
        arrived.merge(sms.number(), 1, Integer::sum);
      }
    }
    return arrived;
  }

  private static Map<String, Integer> counted(Map<Long, Standing> states) {
    Map<String, Integer> counted = new TreeMap<>();
    states.values().forEach(one -> counted.merge(one.state(), 1, Integer::sum));
    return counted;
  }

  private static Map<String, Integer> byNode(Map<Long, Standing> states) {
    Map<String, Integer> counted = new TreeMap<>();
    states.values().forEach(one -> counted.merge(one.node(), 1, Integer::sum));
    return counted;
  }

  /** How many messages arrived how often. */
  private static Map<Integer, Integer> times(Map<Long, Integer> arrived) {
    Map<Integer, Integer> times = new TreeMap<>();
    arrived.values().forEach(often -> times.merge(often, 1, Integer::sum));
    return times;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
