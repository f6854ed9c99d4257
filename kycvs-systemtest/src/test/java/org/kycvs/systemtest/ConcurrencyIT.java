package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Many confirmations of one verification at the same moment. */
@ExtendWith(SharedServer.class)
class ConcurrencyIT {
  private RunningServer server;
  private Api api;
  private Person person;
  private String id;

  @BeforeEach
  void askAboutSomebody(RunningServer shared) {
    server = shared;
    api = shared.with(shared.hotel().liveKey());
    person = People.registered();
    id = api.ask(person, shared.hotel().purpose()).json(201).path("id").asText();
  }

  @Test
  void confirm_rightCodeFiftyTimesAtOnce_answersOnce() throws Exception {
    String code = server.inbox().code(id, person.mobile());

    Map<String, Integer> outcomes = atOnce(50, code);

    assertEquals(Map.of("200", 1, "already-completed", 49), outcomes);
    assertEquals("completed", api.verification(id).json(200).path("state").asText());
  }

  @Test
  void confirm_wrongCodeAHundredTimesAtOnce_comparesThree() throws Exception {
    String wrong = server.inbox().wrongCode(id, person.mobile());

    Map<String, Integer> outcomes = atOnce(100, wrong);

    assertEquals(Map.of("code-wrong", 3, "code-locked", 97), outcomes);
    assertEquals("locked", api.verification(id).json(200).path("state").asText());
    String right = server.inbox().code(id, person.mobile());
    api.confirm(id, right).problem(429, "code-locked");
  }

  @Test
  void confirm_rightAmongWrongCodesAtOnce_neverComparesMoreThanThreeWrong() throws Exception {
    String right = server.inbox().code(id, person.mobile());
    String wrong = server.inbox().wrongCode(id, person.mobile());

    Map<String, Integer> outcomes = atOnce(40, wrong, right);

    int completed = outcomes.getOrDefault("200", 0);
    assertTrue(outcomes.getOrDefault("code-wrong", 0) <= 3, outcomes.toString());
    assertTrue(completed <= 1, outcomes.toString());
    assertEquals(
        completed == 1 ? "completed" : "locked",
        api.verification(id).json(200).path("state").asText());
  }

  /** How often each outcome came of so many confirmations, taking turns among the codes. */
  private Map<String, Integer> atOnce(int times, String... codes) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(times);
    try {
      CountDownLatch begin = new CountDownLatch(1);
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        String code = codes[i % codes.length];
        answers.add(
            callers.submit(
                () -> {
                  begin.await();
                  return api.confirm(id, code);
                }));
      }
      begin.countDown();
      return counted(answers);
    } finally {
      callers.shutdownNow();
    }
  }

  private static Map<String, Integer> counted(List<Future<Answer>> answers)
      throws InterruptedException, ExecutionException {
    Map<String, Integer> outcomes = new TreeMap<>();
    for (Future<Answer> answer : answers) {
      outcomes.merge(answer.get().outcome(), 1, Integer::sum);
    }
    return outcomes;
  }
}
