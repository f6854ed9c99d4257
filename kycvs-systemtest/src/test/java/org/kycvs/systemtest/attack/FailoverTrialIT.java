package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.attack.AskedLoad.Asked;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.FakeGateway;
import org.kycvs.systemtest.support.FakeGateway.Sms;
import org.kycvs.systemtest.support.RequestLimits;
import org.kycvs.systemtest.support.RunningServer;

/**
 * A trial, not part of the usual run, of two gateways under fifty questions a second: the first is
 * killed and comes back, and later hangs. Takes about five minutes.
 */
@Tag("trial")
class FailoverTrialIT {
  /** Fewer on a machine that has other work: {@code -Dkycvs.trial.a-second=10}. */
  private static final int A_SECOND = Integer.getInteger("kycvs.trial.a-second", 50);

  private static final int WARM_UP = 30;
  private static final int PHASE = 30;
  private static final int HANGS = 60;

  /** Until it is found working again: the longest wait for a probe, and three messages. */
  private static final int COMES_BACK = 60;

  private static final double TAKES_OVER_WITHIN = 60;

  /** The median of calls while a gateway hangs, to that before. On a busy machine it wavers. */
  private static final double MOST_RATIO = 1.5;

  private static final String STATES =
      "SELECT reference, string_agg(state, ',' ORDER BY id) FROM sms_outbox GROUP BY reference";
  private static final String WAITING =
      "SELECT count(*) FROM sms_outbox WHERE state IN ('QUEUED', 'SENDING')";

  private final Map<String, Long> marks = new TreeMap<>();

  @Test
  void firstGatewayKilledThenHangs_eachMessageArrivesOnceOrIsInDoubt() throws Exception {
    FakeGateway first = FakeGateway.start();
    try (FakeGateway second = FakeGateway.start();
        DataFolder data = DataFolder.make();
        RunningServer server = RunningServer.start("failover", data, settings(first, second));
        Connection owner = OwnerLogin.connect(server)) {
      RequestLimits.raise(data, Map.of(), server.hotel().id());
      Api hotel = server.with(server.hotel().liveKey());
      AskedLoad load = AskedLoad.start(A_SECOND, hotel, server.hotel().purpose());
      sleep(WARM_UP);
      mark("1 before");
      sleep(PHASE);
      mark("2 killed");
      first.close();
      sleep(PHASE);
      mark("3 killed for 30 s");
      sleep(PHASE);
      mark("4 back");
      try (FakeGateway back = FakeGateway.startInsteadOf(first)) {
        sleep(COMES_BACK);
        mark("5 before");
        sleep(PHASE);
        mark("6 hangs");
        back.hang();
        sleep(PHASE);
        mark("7 hangs for 30 s");
        sleep(HANGS - PHASE);
        mark("8 end");
        List<Asked> asked = load.stop();
        awaitSettled(owner);
        report(asked, owner, List.of(first, back, second));
      }
    }
  }

  private void report(List<Asked> asked, Connection owner, List<FakeGateway> gateways)
      throws SQLException {
    Map<String, List<Sms>> arrived = new HashMap<>();
    gateways.stream()
        .flatMap(gateway -> gateway.taken().stream())
        .forEach(sms -> arrived.computeIfAbsent(sms.mobile(), none -> new ArrayList<>()).add(sms));
    Map<String, String> states = states(owner);
    Map<String, Map<String, Integer>> fates = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    for (Asked one : asked) {
      int times = arrived.getOrDefault(one.mobile(), List.of()).size();
      String state = states.getOrDefault(one.verification(), "none");
      String fate = one.outcome() + " " + state + ", arrived " + times;
      fates
          .computeIfAbsent(phase(one.begun()), none -> new TreeMap<>())
          .merge(fate, 1, Integer::sum);
      if (!isRight(one, state, times)) {
        wrong.add(one + " " + fate);
      }
    }
    fates.forEach((phase, counted) -> System.out.println("failover, " + phase + ": " + counted));
    Map<String, double[]> calls = latencies(asked);
    calls.forEach(
        (phase, ms) ->
            System.out.printf(
                "failover, calls %s: median %.1f ms, 99%% %.1f ms%n", phase, ms[0], ms[1]));
    arrivals(asked, arrived);
    double takeover = takeover("2 killed", gateways.get(2));
    double takeoverOfHanging = takeover("6 hangs", gateways.get(2));
    double ratio = median(calls, "6 hangs") / median(calls, "5 before");
    System.out.printf(
        "failover, first message by the second gateway %.2f s after the kill, %.2f s after the"
            + " hang; %d hung; ratio of medians while it hangs %.2f%n",
        takeover, takeoverOfHanging, gateways.get(1).hanging(), ratio);
    assertEquals(List.of(), wrong);
    assertTrue(takeover < TAKES_OVER_WITHIN, () -> "Took over after " + takeover);
    assertTrue(takeoverOfHanging < TAKES_OVER_WITHIN, () -> "Took over after " + takeoverOfHanging);
    assertTrue(ratio < MOST_RATIO, () -> "Calls take longer: " + ratio);
  }

  /** Once, or the caller is told: at once, or by {@code in-doubt}. */
  private static boolean isRight(Asked asked, String state, int times) {
    if (asked.outcome().equals("sms-unavailable")) {
      return times == 0;
    }
    return asked.outcome().equals("201")
        && (times == 1 && Set.of("SENT", "IN_DOUBT").contains(state)
            || times == 0 && state.equals("IN_DOUBT"));
  }

  private static double median(Map<String, double[]> calls, String phase) {
    return calls.getOrDefault(phase, new double[] {Double.NaN})[0];
  }

  private double takeover(String mark, FakeGateway second) {
    long since = marks.getOrDefault(mark, Long.MAX_VALUE);
    return second.taken().stream().mapToLong(Sms::at).filter(at -> at > since).min().stream()
        .mapToDouble(at -> (at - since) / 1e9)
        .findFirst()
        .orElse(Double.MAX_VALUE);
  }

  private Map<String, double[]> latencies(List<Asked> asked) {
    Map<String, List<Double>> taken = new TreeMap<>();
    asked.forEach(
        one ->
            taken
                .computeIfAbsent(phase(one.begun()), none -> new ArrayList<>())
                .add(one.nanos() / 1e6));
    Map<String, double[]> latencies = new TreeMap<>();
    taken.forEach((phase, all) -> latencies.put(phase, middles(all)));
    return latencies;
  }

  private void arrivals(List<Asked> asked, Map<String, List<Sms>> arrived) {
    Map<String, List<Double>> taken = new TreeMap<>();
    for (Asked one : asked) {
      for (Sms sms : arrived.getOrDefault(one.mobile(), List.of())) {
        taken
            .computeIfAbsent(phase(one.begun()), none -> new ArrayList<>())
            .add((sms.at() - one.begun() - one.nanos()) / 1e9);
      }
    }
    taken.forEach(
        (phase, all) ->
            System.out.printf(
                "failover, from answer to SMS %s: median %.2f s, 99%% %.2f s, longest %.2f s%n",
                phase,
                middles(all)[0],
                middles(all)[1],
                all.stream().max(Double::compare).orElseThrow()));
  }

  private static double[] middles(List<Double> all) {
    List<Double> sorted = all.stream().sorted().toList();
    return new double[] {
      sorted.get(sorted.size() / 2), sorted.get((int) Math.floor(sorted.size() * 0.99))
    };
  }

  private String phase(long at) {
    return marks.entrySet().stream()
        .filter(mark -> mark.getValue() <= at)
        .map(Map.Entry::getKey)
        .max(String::compareTo)
        .orElse("0 warm-up");
  }

  private void mark(String phase) {
    marks.put(phase, System.nanoTime());
  }

  private static Map<String, String> states(Connection owner) throws SQLException {
    Map<String, String> states = new HashMap<>();
    try (Statement statement = owner.createStatement();
        ResultSet rows = statement.executeQuery(STATES)) {
      while (rows.next()) {
        states.put(rows.getString(1), rows.getString(2));
      }
    }
    return states;
  }

  private static void awaitSettled(Connection owner) throws SQLException, InterruptedException {
    for (int second = 0; second < 120; second++) {
      try (Statement statement = owner.createStatement();
          ResultSet row = statement.executeQuery(WAITING)) {
        row.next();
        if (row.getInt(1) == 0) {
          System.out.println("failover, settled after " + second + " s");
          return;
        }
      }
      sleep(1);
    }
    throw new AssertionError("Some messages still wait");
  }

  private static Map<String, String> settings(FakeGateway... gateways) {
    Map<String, String> settings = new HashMap<>(FakeGateway.settings(gateways));
    settings.put("KYCVS_SMS_DAILY_QUOTA", "1000000");
    settings.put("KYCVS_RATE_ADDRESS_REQUESTS_PER_MINUTE", "1000000");
    settings.put("KYCVS_RATE_ADDRESS_BURST", "1000000");
    return settings;
  }

  private static void sleep(int seconds) throws InterruptedException {
    Thread.sleep(1_000L * seconds);
  }
}
