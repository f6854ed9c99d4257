package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kycvs.systemtest.attack.Burst.Confirmation;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RequestLimits;
import org.kycvs.systemtest.support.RunningServer;

/**
 * A thousand wrong codes for one verification and a hundred right ones for another, all at once,
 * while all processes are killed and started again. The moment of the kill is random, mostly early:
 * there is more to break. More kills: {@code -Dkycvs.attack.kills=20}.
 */
@OwnServer
class KilledBurstIT {
  private static final int KILLS = Integer.getInteger("kycvs.attack.kills", 1);
  private static final long SEED = Long.getLong("kycvs.attack.seed", System.nanoTime());
  private static final int WRONG = 1_000;
  private static final int RIGHT = 100;
  private static final int ROUNDS = 10;

  /** One burst over two lives. */
  private record Trial(String guessed, String confirmed, Burst before, int killedAfter) {}

  @Test
  @Timeout(1_800)
  void killedAmongAThousandCodes_comparesThreeAndSucceedsOnce() throws Exception {
    Random random = new Random(SEED);
    try (DataFolder data = DataFolder.make()) {
      RunningServer server = RunningServer.start("burst-0", data);
      try {
        RequestLimits.raise(data, Map.of(), server.hotel().id());
        for (int kill = 1; kill <= KILLS; kill++) {
          Trial trial = burstAndKill(server, random);
          server = RunningServer.start("burst-" + kill, data);
          assertHeld(server, trial);
        }
      } finally {
        server.close();
      }
    }
  }

  private static Trial burstAndKill(RunningServer server, Random random) throws Exception {
    Api api = server.with(server.hotel().liveKey());
    Person guessed = People.registered();
    Person confirmed = People.registered();
    String purpose = server.hotel().purpose();
    String guessedId = api.ask(guessed, purpose).json(201).path("id").asText();
    String confirmedId = api.ask(confirmed, purpose).json(201).path("id").asText();
    String wrong = server.inbox().wrongCode(guessedId, guessed.mobile());
    String right = server.inbox().code(confirmedId, confirmed.mobile());
    List<Confirmation> all = new ArrayList<>();
    for (int i = 0; i < WRONG; i++) {
      all.add(new Confirmation(i, guessedId, wrong));
    }
    for (int i = 0; i < RIGHT; i++) {
      all.add(new Confirmation(i, confirmedId, right));
    }
    Collections.shuffle(all, random);
    int killAfter = (int) Math.pow(WRONG + (double) RIGHT, random.nextDouble()) - 1;
    Burst burst = Burst.start(api, all);
    burst.awaitAnswered(killAfter);
    server.kill();
    burst.awaitEnd();
    return new Trial(guessedId, confirmedId, burst, killAfter);
  }

  private static void assertHeld(RunningServer server, Trial trial) throws Exception {
    Api api = server.with(server.hotel().liveKey());
    Burst before = trial.before();
    List<Burst> bursts = new ArrayList<>(List.of(before));
    // Whoever is told 503, as on a busy machine those who wait too long for the row, comes again.
    for (int i = 0; i < ROUNDS && !last(bursts).unanswered().isEmpty(); i++) {
      bursts.add(Burst.start(api, last(bursts).unanswered()));
      last(bursts).awaitEnd();
    }
    assertEquals(List.of(), last(bursts).unanswered());
    Map<String, Integer> guesses = sum(trial.guessed(), bursts);
    Map<String, Integer> rights = sum(trial.confirmed(), bursts);
    String said =
        "killed after %d answers, %d cut; %s and %s; seed %d"
            .formatted(trial.killedAfter(), before.cut(), guesses, rights, SEED);
    System.out.println(said);
    assertLocked(server, trial.guessed(), guesses, said);
    assertCompleted(server, trial, bursts, rights, said);
  }

  private static void assertLocked(
      RunningServer server, String id, Map<String, Integer> guesses, String said) throws Exception {
    int compared = guesses.getOrDefault("code-wrong", 0);
    assertTrue(compared <= 3, said);
    assertEquals(WRONG, compared + guesses.getOrDefault("code-locked", 0), said);
    Map<String, Integer> acts = RecordedActs.on(server, id);
    assertEquals(3, acts.get("code-refused"), said + acts);
    assertEquals(null, acts.get("code-redeemed"), said + acts);
    Api api = server.with(server.hotel().liveKey());
    JsonNode locked = api.verification(id).json(200);
    assertEquals("locked", locked.path("state").asText(), said);
    assertTrue(locked.path("code").isMissingNode(), locked.toString());
  }

  private static void assertCompleted(
      RunningServer server,
      Trial trial,
      List<Burst> bursts,
      Map<String, Integer> rights,
      String said)
      throws Exception {
    String id = trial.confirmed();
    List<Answer> successes = new ArrayList<>();
    bursts.forEach(burst -> successes.addAll(burst.successes(id)));
    assertTrue(successes.size() <= 1, said);
    assertEquals(RIGHT, successes.size() + rights.getOrDefault("already-completed", 0), said);
    if (trial.before().cut() == 0) {
      assertEquals(1, successes.size(), said);
    }
    Map<String, Integer> acts = RecordedActs.on(server, id);
    for (String act : List.of("code-redeemed", "consent-given", "statement-signed")) {
      assertEquals(1, acts.get(act), said + acts);
    }
    JsonNode kept = server.with(server.hotel().liveKey()).verification(id).json(200);
    assertEquals("completed", kept.path("state").asText(), said);
    for (Answer success : successes) {
      assertEquals(
          success.json().path("statement").asText(), kept.path("statement").asText(), said);
    }
  }

  private static Burst last(List<Burst> bursts) {
    return bursts.get(bursts.size() - 1);
  }

  private static Map<String, Integer> sum(String id, List<Burst> bursts) {
    Map<String, Integer> sum = new TreeMap<>();
    for (Burst burst : bursts) {
      burst.outcomes(id).forEach((outcome, times) -> sum.merge(outcome, times, Integer::sum));
    }
    return sum;
  }
}
