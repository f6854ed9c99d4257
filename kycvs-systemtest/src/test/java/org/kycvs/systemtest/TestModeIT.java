package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Jws;
import org.kycvs.systemtest.support.Organisation;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** The ten test people, and that nobody else exists in test mode. */
@ExtendWith(SharedServer.class)
class TestModeIT {
  private static final String CODE = "246810";

  private RunningServer server;
  private Organisation hotel;
  private Api api;

  @BeforeEach
  void withTestKey(RunningServer shared) {
    server = shared;
    hotel = shared.hotel();
    api = shared.with(hotel.testKey());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void person00To02_haveThatStatus(int status) {
    JsonNode answer = api.confirm(ask(status), CODE).json(200);

    assertEquals(status, answer.path("status").asInt());
    assertEquals("test", answer.path("mode").asText());
  }

  @Test
  void person03_isNotThere() {
    assertEquals(2, api.confirm(ask(3), CODE).problem(422, "no-match").path("retriesLeft").asInt());
  }

  @Test
  void person04_areTwoWhomTheYearTellsApart() {
    String fully = ask(4);
    String partially = ask(4);
    String neither = ask(4);

    api.confirm(fully, CODE).problem(422, "no-match");
    assertEquals(2, confirm(fully, 1980).json(200).path("status").asInt());
    assertEquals(1, confirm(partially, 1990).json(200).path("status").asInt());
    confirm(neither, 1985).problem(422, "no-match");
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 9})
  void person05And09_haveACodeThatIsAlwaysWrong(int number) {
    String id = ask(number);

    for (int left = 2; left >= 0; left--) {
      JsonNode problem = api.confirm(id, CODE).problem(422, "code-wrong");
      assertEquals(left, problem.path("triesLeft").asInt(-1));
    }
    api.confirm(id, CODE).problem(429, "code-locked");
  }

  @Test
  void person06_isSlow() {
    String id = ask(6);

    assertEquals("queued", api.verification(id).json(200).at("/code/sms").asText());
    assertEquals(2, api.confirm(id, CODE).json(200).path("status").asInt());
  }

  @Test
  void person07_cannotBeReached() {
    api.ask(person(7), hotel.purpose()).problem(503, "sms-unavailable");
  }

  @Test
  void person08_hasExpired() {
    String id = ask(8);

    assertEquals("expired", api.verification(id).json(200).path("state").asText());
    api.confirm(id, CODE).problem(410, "verification-expired");
  }

  @Test
  void statement_isOfTheTestIssuerAndItsKeys() {
    JsonNode answer = api.confirm(ask(2), CODE).json(200);
    Jws statement = Jws.parse(answer.path("statement").asText());

    assertEquals(server.url() + "/test", statement.claims().path("iss").asText());
    assertEquals("test", statement.claims().path("mode").asText());
    String live = server.withoutKey().get("/.well-known/jwks.json").body();
    String test = server.withoutKey().get("/.well-known/test/jwks.json").body();
    assertTrue(statement.isSignedBy(test));
    assertFalse(live.contains(statement.header().path("kid").asText()), live);
  }

  @Test
  void anybodyElse_isNotATestPerson() {
    api.ask(People.registered(), hotel.purpose()).problem(400, "not-a-test-person");
    api.ask(person(10), hotel.purpose()).problem(400, "not-a-test-person");
  }

  @Test
  void testPerson_isNotALivePerson() {
    Api live = server.with(hotel.liveKey());
    Answer answer = live.ask(person(2), hotel.purpose());

    JsonNode problem = answer.problem(400, "invalid-request");
    assertEquals("/mobile", problem.at("/errors/0/pointer").asText());
  }

  @Test
  void nothingIsSent() {
    for (int number = 0; number < 10; number++) {
      Person person = person(number);
      Map<String, Object> question = new HashMap<>(person.question(hotel.purpose()));
      Answer asked = api.ask(question);
      assertEquals(number == 7 ? 503 : 201, asked.status(), asked.body());
    }
    assertFalse(
        server.inbox().all().toString().contains("+9155555000"), server.inbox().all().toString());
  }

  private String ask(int number) {
    return api.ask(person(number), hotel.purpose()).json(201).path("id").asText();
  }

  private Answer confirm(String id, int yearOfBirth) {
    return api.confirm(id, Map.of("code", CODE, "yearOfBirth", yearOfBirth));
  }

  private static Person person(int number) {
    String mobile = "+9155555000" + (number < 10 ? "0" : "") + number;
    return new Person(mobile, "Asha Test", "", "", "test person", 0);
  }
}
