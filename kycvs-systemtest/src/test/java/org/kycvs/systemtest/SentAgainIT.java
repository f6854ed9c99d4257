package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Organisation;
import org.kycvs.systemtest.support.OwnerSql;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Calls with an {@code Idempotency-Key} that are sent more than once. */
@ExtendWith(SharedServer.class)
class SentAgainIT {
  private static final int AT_ONCE = 50;

  private RunningServer server;
  private Organisation hotel;
  private Api api;
  private Person person;
  private String key;

  @BeforeEach
  void prepare(RunningServer shared) {
    server = shared;
    hotel = shared.hotel();
    api = shared.with(hotel.liveKey());
    person = People.registered();
    key = UUID.randomUUID().toString();
  }

  @Test
  void ask_fiftyTimesAtOnce_asksOnce() throws Exception {
    Map<String, Object> question = new HashMap<>(person.question(hotel.purpose()));
    question.put("reference", key);
    List<Answer> answers = atOnce(() -> api.once(key).ask(question));

    Set<String> ids =
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .map(answer -> answer.json().path("id").asText())
            .collect(Collectors.toSet());
    assertEquals(1, ids.size(), answers.toString());
    assertEquals(
        1,
        answers.stream()
            .filter(answer -> answer.status() == 201)
            .filter(answer -> answer.header("Idempotency-Replayed").isEmpty())
            .count());
    for (Answer answer : answers) {
      if (answer.status() != 201) {
        answer.problem(409, "idempotency-in-progress");
        assertEquals("1", answer.header("Retry-After"));
      }
    }
    String id = ids.iterator().next();
    assertEquals(List.of(id), idsWithReference(key));
    server.inbox().code(id, person.mobile());
    assertEquals(1, server.inbox().codes(person.mobile()).size());
    assertEquals(id, api.once(key).ask(question).json(201).path("id").asText());
  }

  @Test
  void ask_sentAgain_isTheSameToTheByte() {
    Answer first = api.once(key).ask(person, hotel.purpose());
    Answer second = api.once("\"" + key + "\"").ask(person, hotel.purpose());

    assertEquals(201, first.status());
    assertReplay(first, second);
    assertFalse(first.header("Location").isEmpty());
    assertEquals(first.header("Location"), second.header("Location"));
  }

  @Test
  void ask_otherQuestionWithTheSameKey_isAConflict() {
    api.once(key).ask(person, hotel.purpose()).json(201);
    Person another = People.registered();
    api.once(key).ask(another, hotel.purpose()).problem(409, "idempotency-conflict");
    assertEquals(List.of(), server.inbox().codes(another.mobile()));
  }

  @Test
  void ask_otherOrganisationOrModeWithTheSameKey_isAnotherCall() {
    Person test = new Person("+915555500002", "Anybody", "", "2", "test", 0);
    Answer live = api.once(key).ask(person, hotel.purpose());
    Answer testMode = server.with(hotel.testKey()).once(key).ask(test, hotel.purpose());
    Organisation railway = server.railway();
    Answer other = server.with(railway.liveKey()).once(key).ask(person, railway.purpose());
    for (Answer answer : List.of(live, testMode, other)) {
      assertEquals(201, answer.status(), answer.body());
      assertEquals("", answer.header("Idempotency-Replayed"));
    }
  }

  @Test
  void ask_keyThatIsNone_isRefusedAndNothingIsAsked() {
    var before = server.inbox().codes(person.mobile()); // of other tests
    for (Api named :
        List.of(api.once(""), api.once("a b"), api.once(key, key), api.once("x".repeat(256)))) {
      JsonNode problem = named.ask(person, hotel.purpose()).problem(400, "invalid-request");
      assertEquals("Idempotency-Key", problem.at("/errors/0/pointer").asText());
    }
    assertEquals(before, server.inbox().codes(person.mobile()));
  }

  @Test
  void ask_refused_canBeMendedUnderTheSameKey() {
    Map<String, Object> question = new HashMap<>(person.question(hotel.purpose()));
    question.put("purpose", "no-such-purpose");
    api.once(key).ask(question).problem(403, "purpose-not-approved");
    api.once(key).ask(Map.of()).problem(400, "invalid-request");
    assertEquals(201, api.once(key).ask(person, hotel.purpose()).status());
  }

  @Test
  void sendAgain_tooEarly_isNotKept() {
    String id = ask();
    Answer first = api.once(key).sendAgain(id);
    Answer second = api.once(key).sendAgain(id);
    for (Answer answer : List.of(first, second)) {
      JsonNode problem = answer.problem(429, "too-many-sends");
      assertEquals(problem.path("retryAfter").asText(), answer.header("Retry-After"));
      assertEquals("", answer.header("Idempotency-Replayed"));
    }
    assertNotEquals(first.header("X-Request-Id"), second.header("X-Request-Id"));
  }

  @Test
  void confirm_sameWrongCodeSentAgain_costsOneTry() {
    String id = ask();
    String wrong = server.inbox().wrongCode(id, person.mobile());
    Answer first = api.once(key).confirm(id, wrong);
    assertEquals(2, first.problem(422, "code-wrong").path("triesLeft").asInt());
    for (int i = 0; i < 5; i++) {
      assertReplay(first, api.once(key).confirm(id, wrong));
    }
    assertEquals(2, api.verification(id).json(200).at("/code/triesLeft").asInt());
    assertEquals(1, api.once(key + "2").confirm(id, wrong).json(422).path("triesLeft").asInt());
    String right = server.inbox().code(id, person.mobile());
    api.once(key).confirm(id, right).problem(409, "idempotency-conflict");
    assertEquals(200, api.once(key + "3").confirm(id, right).status());
  }

  @Test
  void confirm_rightCodeSentAgain_isTheSameToTheByteUntilTheConsentIsWithdrawn() {
    String id = ask();
    String code = server.inbox().code(id, person.mobile());
    Answer first = api.once(key).confirm(id, code);
    assertEquals(person.status(), first.json(200).path("status").asInt());
    assertReplay(first, api.once(key).confirm(id, code));
    assertReplay(first, api.once(key).confirm(id, code));
    api.confirm(id, code).problem(409, "already-completed");

    OwnerSql.withdrawConsent(server, id);

    Answer after = api.once(key).confirm(id, code);
    JsonNode shown = after.json(200);
    assertEquals("true", after.header("Idempotency-Replayed"));
    assertEquals("withdrawn", shown.at("/consent/state").asText());
    assertEquals("completed", shown.path("state").asText());
    for (String member : List.of("status", "meaning", "statement", "subjectSalt")) {
      assertFalse(shown.has(member), member);
    }
  }

  private static void assertReplay(Answer first, Answer again) {
    assertEquals(first.status(), again.status());
    assertEquals(first.body(), again.body());
    assertEquals(first.header("Content-Type"), again.header("Content-Type"));
    assertEquals("", first.header("Idempotency-Replayed"));
    assertEquals("true", again.header("Idempotency-Replayed"));
    assertTrue(again.header("X-Request-Id").startsWith("req_"));
    assertNotEquals(first.header("X-Request-Id"), again.header("X-Request-Id"));
  }

  private String ask() {
    return api.ask(person, hotel.purpose()).json(201).path("id").asText();
  }

  private List<String> idsWithReference(String reference) {
    List<String> ids = new ArrayList<>();
    api.get(Api.VERIFICATIONS + "?reference=" + reference)
        .json(200)
        .path("items")
        .forEach(item -> ids.add(item.path("id").asText()));
    return ids;
  }

  private static List<Answer> atOnce(java.util.concurrent.Callable<Answer> call) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      CountDownLatch begin = new CountDownLatch(1);
      List<Future<Answer>> futures = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        futures.add(
            callers.submit(
                () -> {
                  begin.await();
                  return call.call();
                }));
      }
      begin.countDown();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      callers.shutdownNow();
    }
  }
}
