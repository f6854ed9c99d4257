package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;

/** The server is killed while questions with idempotency keys come in; then they come again. */
@OwnServer
class KilledSentAgainIT {
  private static final int CALLERS = 4;
  private static final int ANSWERED_BEFORE_KILL = 20;
  private static final long PAUSE_MILLIS = 10;

  private record Sent(String key, Map<String, Object> question, Optional<Answer> answer) {}

  @Test
  void killedAtAnyMoment_sentAgain_everyQuestionIsAskedOnce() throws Exception {
    Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    try (DataFolder data = DataFolder.make()) {
      try (RunningServer server = RunningServer.start("once-killed", data)) {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int i = 0; i < CALLERS; i++) {
          callers.execute(() -> askUntilTheEnd(server, sent));
        }
        callers.shutdown();
        while (sent.size() < ANSWERED_BEFORE_KILL) {
          assertFalse(callers.isTerminated(), "Nobody answers");
          Thread.sleep(PAUSE_MILLIS);
        }
        server.kill();
        assertEquals(true, callers.awaitTermination(2, TimeUnit.MINUTES));
      }
      assertEquals(CALLERS, sent.stream().filter(one -> one.answer().isEmpty()).count());

      try (RunningServer server = RunningServer.start("once-again", data)) {
        for (Sent one : sent) {
          assertAskedOnce(server, one);
        }
      }
    }
  }

  private static void assertAskedOnce(RunningServer server, Sent sent) {
    Api api = server.with(server.hotel().liveKey());
    Answer again = api.once(sent.key()).ask(sent.question());
    assertEquals(201, again.status(), again.body());
    sent.answer()
        .ifPresent(
            first -> {
              assertEquals(first.body(), again.body());
              assertEquals(first.header("Location"), again.header("Location"));
              assertEquals("true", again.header("Idempotency-Replayed"));
            });
    List<String> ids = new ArrayList<>();
    for (JsonNode item :
        api.get(Api.VERIFICATIONS + "?reference=" + sent.key()).json(200).path("items")) {
      ids.add(item.path("id").asText());
    }
    assertEquals(List.of(again.json().path("id").asText()), ids);
  }

  private static void askUntilTheEnd(RunningServer server, Queue<Sent> sent) {
    Api api = server.with(server.hotel().liveKey());
    boolean answering = true;
    while (answering) {
      String key = UUID.randomUUID().toString();
      Person person = People.registered();
      Map<String, Object> question = new HashMap<>(person.question(server.hotel().purpose()));
      question.put("reference", key);
      Optional<Answer> answer;
      try {
        answer = Optional.of(api.once(key).ask(question)).filter(one -> one.status() == 201);
      } catch (UncheckedIOException e) {
        answer = Optional.empty();
      }
      sent.add(new Sent(key, question, answer));
      answering = answer.isPresent();
    }
  }
}
