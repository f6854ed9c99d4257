package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.Organisation;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Every no, told as a problem document with its own code. */
@ExtendWith(SharedServer.class)
class RefusalIT {
  private RunningServer server;
  private Organisation hotel;
  private Api api;

  @BeforeEach
  void asHotel(RunningServer shared) {
    server = shared;
    hotel = shared.hotel();
    api = shared.with(hotel.liveKey());
  }

  @Test
  void confirm_threeWrongCodes_locks() {
    Person person = People.registered();
    String id = ask(person);
    String wrong = server.inbox().wrongCode(id, person.mobile());

    for (int left = 2; left >= 0; left--) {
      JsonNode problem = api.confirm(id, wrong).problem(422, "code-wrong");
      assertEquals(left, problem.path("triesLeft").asInt(-1), problem.toString());
    }

    assertEquals("locked", api.verification(id).json(200).path("state").asText());
    String right = server.inbox().code(id, person.mobile());
    api.confirm(id, right).problem(429, "code-locked");
    api.sendAgain(id).problem(429, "code-locked");
    api.cancel(id).problem(409, "not-waiting");
  }

  @Test
  void confirm_afterOneWrongCode_stillCompletes() {
    Person person = People.registered();
    String id = ask(person);

    api.confirm(id, server.inbox().wrongCode(id, person.mobile())).problem(422, "code-wrong");

    assertEquals(2, api.verification(id).json(200).at("/code/triesLeft").asInt());
    String right = server.inbox().code(id, person.mobile());
    assertEquals(person.status(), api.confirm(id, right).json(200).path("status").asInt());
  }

  @Test
  void confirm_completed_isRefusedWhateverTheCode() {
    Journey journey = Journey.make(server, hotel, People.registered());
    String wrong = server.inbox().wrongCode(journey.id(), journey.person().mobile());

    api.confirm(journey.id(), journey.code()).problem(409, "already-completed");
    api.confirm(journey.id(), wrong).problem(409, "already-completed");
    api.sendAgain(journey.id()).problem(409, "already-completed");
    api.cancel(journey.id()).problem(409, "not-waiting");
    assertEquals(journey.answer(), api.verification(journey.id()).json(200));
  }

  @Test
  void anotherOrganisationsAndModes_areNotFound() {
    Journey journey = Journey.make(server, hotel, People.registered());
    String waiting = ask(People.registered());

    for (String key :
        List.of(server.railway().liveKey(), server.railway().testKey(), hotel.testKey())) {
      Api other = server.with(key);
      for (String id : List.of(journey.id(), waiting, "ver_0000000000000000000000", "x")) {
        other.verification(id).problem(404, "verification-not-found");
        other.confirm(id, "123456").problem(404, "verification-not-found");
        other.sendAgain(id).problem(404, "verification-not-found");
        other.cancel(id).problem(404, "verification-not-found");
        String path = Api.VERIFICATIONS + "/" + id;
        other.get(path + "/statement").problem(404, "verification-not-found");
        other.get(path + "/receipt").problem(404, "verification-not-found");
      }
      assertFalse(other.get(Api.VERIFICATIONS).body().contains(journey.id()));
    }
    assertEquals("awaiting-code", api.verification(waiting).json(200).path("state").asText());
  }

  @Test
  void noMatch_takesTheCodeTwiceMoreAndThenNever() {
    Person nobody = People.nobody();
    String id = ask(nobody);
    String code = server.inbox().code(id, nobody.mobile());

    for (int left = 2; left >= 0; left--) {
      JsonNode problem =
          api.confirm(id, Map.of("code", code, "yearOfBirth", 1970 + left))
              .problem(422, "no-match");
      assertEquals(left, problem.path("retriesLeft").asInt(-1), problem.toString());
      assertEquals(
          left == 0 ? "no-match" : "consented",
          api.verification(id).json(200).path("state").asText());
    }

    JsonNode last = api.confirm(id, code).problem(422, "no-match");
    assertEquals(0, last.path("retriesLeft").asInt(-1), last.toString());
    assertFalse(api.verification(id).json(200).has("status"));
  }

  @Test
  void noMatch_namesakes_areAnsweredByYearOfBirth() {
    Person both = People.sample("same-name-twice", 7).get(6);
    Person one = People.sample("year-decides", 14).get(13);
    assertEquals(both.mobile(), one.mobile());
    String id = ask(both);
    String code = server.inbox().code(id, both.mobile());
    api.confirm(id, code).problem(422, "no-match");

    Answer answer =
        api.confirm(id, Map.of("code", code, "yearOfBirth", Integer.parseInt(one.yearOfBirth())));

    assertEquals(one.status(), answer.json(200).path("status").asInt());
  }

  @Test
  void apiKey_missingMalformedUnknown_areToldApart() {
    String key = hotel.liveKey();
    char last = key.charAt(key.length() - 1);
    String damaged = key.substring(0, key.length() - 1) + (last == 'A' ? 'B' : 'A');

    for (String path : List.of(Api.VERIFICATIONS, Api.VERIFICATIONS + "/ver_x")) {
      server.withoutKey().get(path).problem(401, "api-key-missing");
      server.with(damaged).get(path).problem(401, "api-key-malformed");
      server.with("no-such-key").get(path).problem(401, "api-key-malformed");
      server.with(ApiKeys.unknown()).get(path).problem(401, "api-key-unknown");
      server.with(ApiKeys.withOtherSecret(key)).get(path).problem(401, "api-key-unknown");
    }
  }

  @Test
  void ask_badMembers_areNamed() {
    Map<String, Object> good = People.registered().question(hotel.purpose());
    Map<String, Object> wrong =
        Map.of(
            "mobile", "12345",
            "name", "4711",
            "purpose", "No Such Thing",
            "yearOfBirth", 1066,
            "nonce", "short",
            "validForSeconds", 59,
            "reference", "x".repeat(65),
            "language", "English");
    for (Map.Entry<String, Object> member : wrong.entrySet()) {
      Map<String, Object> body = new HashMap<>(good);
      body.put(member.getKey(), member.getValue());
      assertEquals(List.of("/" + member.getKey()), pointers(api.ask(body)), member.getKey());
    }
    Map<String, Object> unknown = new HashMap<>(good);
    unknown.put("nickname", "x");
    assertEquals(List.of("/nickname"), pointers(api.ask(unknown)));
    assertEquals(List.of("/name", "/purpose", "/mobile"), pointers(api.ask(Map.of())));
  }

  @Test
  void ask_whatTheOrganisationMayNot_isRefused() {
    Person person = People.registered();
    api.ask(person, server.railway().purpose()).problem(403, "purpose-not-approved");
    api.ask(person, "no-such-purpose").problem(403, "purpose-not-approved");
    Map<String, Object> tooLong = new HashMap<>(person.question(hotel.purpose()));
    tooLong.put("validForSeconds", 8 * 24 * 3600);
    api.ask(tooLong).problem(400, "invalid-request");
    assertTrue(server.inbox().messages(person.mobile()).isEmpty());
  }

  @Test
  void body_thatIsNone_isRefused() {
    api.post(Api.VERIFICATIONS, "{\"mobile\":").problem(400, "body-malformed");
    api.post(Api.VERIFICATIONS, "").problem(400, "body-malformed");
    api.post(Api.VERIFICATIONS, "[]").problem(400, "body-malformed");
    api.post(Api.VERIFICATIONS, "mobile=1", "application/x-www-form-urlencoded")
        .problem(415, "media-type-unsupported");
    String large = "{\"name\":\"" + "x".repeat(17_000) + "\"}";
    api.post(Api.VERIFICATIONS, large).problem(413, "body-too-large");
    String id = ask(People.registered());
    for (String code : List.of("12345", "1234567", "12345a", "१२३४५६")) {
      assertEquals(List.of("/code"), pointers(api.confirm(id, code)), code);
    }
    assertEquals(3, api.verification(id).json(200).at("/code/triesLeft").asInt());
  }

  @Test
  void unknownPathsAndMethods_areProblemsToo() {
    api.get("/api/v1/nothing").problem(404, "not-found");
    api.post(Api.VERIFICATIONS + "/ver_x", "{}").problem(405, "method-not-allowed");
  }

  @Test
  void query_withABarePercentSign_isRefusedWhateverTheContentType() throws IOException {
    for (String type :
        List.of("application/x-www-form-urlencoded", "application/json", "multipart/form-data")) {
      for (String body : List.of("", "a=1")) {
        for (String target :
            List.of(Api.VERIFICATIONS, Api.VERIFICATIONS + "/ver_x/confirmation", "/dev/sms")) {
          String answer = raw("POST " + target + "?a=%", type, body);
          assertTrue(answer.startsWith("HTTP/1.1 400 "), target + type + answer);
          assertTrue(answer.contains("\"code\":\"invalid-request\""), answer);
        }
      }
    }
  }

  /** By hand, because no client agrees to send such a query. */
  private String raw(String request, String type, String body) throws IOException {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
      socket.setSoTimeout(20_000);
      String head =
          " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
              + type
              + "\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n";
      socket.getOutputStream().write((request + head + body).getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void ask_fourTimesInTenMinutes_isTooManySendsForThisOrganisationAndMobile() {
    Person nobody = People.nobody();
    for (int i = 0; i < 3; i++) {
      api.ask(nobody, hotel.purpose()).json(201);
    }

    Answer fourth = api.ask(nobody, hotel.purpose());

    JsonNode problem = fourth.problem(429, "too-many-sends");
    int seconds = Integer.parseInt(fourth.header("Retry-After"));
    assertTrue(seconds > 0 && seconds <= 600, fourth.header("Retry-After"));
    assertEquals(seconds, problem.path("retryAfter").asInt());
    Organisation railway = server.railway();
    server.with(railway.liveKey()).ask(nobody, railway.purpose()).json(201);
    api.ask(People.nobody(), hotel.purpose()).json(201);
  }

  private String ask(Person person) {
    return api.ask(person, hotel.purpose()).json(201).path("id").asText();
  }

  private static List<String> pointers(Answer answer) {
    return answer.problem(400, "invalid-request").path("errors").findValuesAsText("pointer");
  }
}
