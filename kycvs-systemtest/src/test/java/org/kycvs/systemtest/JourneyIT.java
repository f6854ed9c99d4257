package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Organisation;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Ask, read the SMS, confirm: what the organisation and the person see at each step. */
@ExtendWith(SharedServer.class)
class JourneyIT {
  private static final Map<Integer, String> MEANINGS =
      Map.of(0, "not-vaccinated", 1, "partially-vaccinated", 2, "fully-vaccinated");

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
  void ask_answersEveryMemberOfAVerificationThatWaits() {
    Person person = People.registered();
    Map<String, Object> question = new LinkedHashMap<>(person.question(hotel.purpose()));
    question.put("reference", "booking 4711");
    question.put("nonce", "n-0S6_WzA2Mj");
    question.put("language", "hi");
    question.put("validForSeconds", 3600);

    Answer answer = api.ask(question);

    JsonNode asked = answer.json(201);
    assertEquals(
        Set.of(
            "id",
            "state",
            "mode",
            "purpose",
            "reference",
            "mobile",
            "createdAt",
            "expiresAt",
            "code"),
        Json.members(asked));
    String id = asked.path("id").asText();
    assertTrue(id.matches("ver_[0-9A-Za-z]{22,}"), id);
    assertEquals(server.url() + Api.VERIFICATIONS + "/" + id, answer.header("Location"));
    assertEquals("awaiting-code", asked.path("state").asText());
    assertEquals("live", asked.path("mode").asText());
    assertEquals(hotel.purpose(), asked.path("purpose").asText());
    assertEquals("booking 4711", asked.path("reference").asText());
    assertEquals("+91••••••" + person.mobile().substring(9), asked.path("mobile").asText());
    Instant created = time(asked, "/createdAt");
    assertTrue(Duration.between(created, Instant.now()).abs().toMinutes() < 2, created.toString());
    assertEquals(created.plus(Duration.ofMinutes(10)), time(asked, "/expiresAt"));

    JsonNode code = asked.path("code");
    assertEquals(
        Set.of("length", "expiresAt", "triesLeft", "sendsLeft", "resendAfter", "sms"),
        Json.members(code));
    assertEquals(6, code.path("length").asInt());
    assertEquals(3, code.path("triesLeft").asInt());
    assertEquals(2, code.path("sendsLeft").asInt());
    assertTrue(Set.of("queued", "sent").contains(code.path("sms").asText()), code.toString());
    assertNear(created.plus(Duration.ofMinutes(5)), time(code, "/expiresAt"));
    assertNear(created.plus(Duration.ofSeconds(30)), time(code, "/resendAfter"));
  }

  @Test
  void ask_unknownMobile_answersAndSendsTheSameAsForARegisteredPerson() {
    Person nobody = People.nobody();

    JsonNode asked = api.ask(nobody, hotel.purpose()).json(201);
    JsonNode known = api.ask(People.registered(), hotel.purpose()).json(201);

    assertEquals(Json.members(known), Json.members(asked));
    assertEquals(Json.members(known.path("code")), Json.members(asked.path("code")));
    assertFalse(server.inbox().code(asked.path("id").asText(), nobody.mobile()).isEmpty());
  }

  @Test
  void sms_namesOrganisationAndPurposeAndHoldsTheCode() {
    Person person = People.registered();
    String id = api.ask(person, "hotel-check-in").json(201).path("id").asText();

    JsonNode sms = server.inbox().message(id, person.mobile());

    assertEquals(Set.of("mobile", "text", "code", "verification", "sentAt"), Json.members(sms));
    String code = sms.path("code").asText();
    String text = sms.path("text").asText();
    assertTrue(code.matches("[0-9]{6}"), code);
    assertTrue(text.contains(code), text);
    assertTrue(text.contains(hotel.name()), text);
    assertTrue(text.contains("hotel check-in"), text);
    assertFalse(text.contains(person.name()), text);
    assertEquals(person.mobile(), sms.path("mobile").asText());
    assertEquals("sent", api.verification(id).json(200).at("/code/sms").asText());
  }

  @Test
  void confirm_rightCode_completes() {
    Journey journey = Journey.make(server, hotel, People.registered());

    JsonNode answer = journey.answer();

    Set<String> members = new TreeSet<>(Json.members(journey.asked().json()));
    members.remove("code");
    members.addAll(
        List.of(
            "status",
            "meaning",
            "asOf",
            "statement",
            "statementExpiresAt",
            "receipt",
            "consent",
            "subjectSalt"));
    assertEquals(members, Json.members(answer));
    assertEquals("completed", answer.path("state").asText());
    assertEquals(journey.person().status(), answer.path("status").asInt());
    assertEquals(MEANINGS.get(journey.person().status()), answer.path("meaning").asText());
    assertEquals("given", answer.at("/consent/state").asText());
    assertNear(Instant.now(), time(answer, "/consent/at"));
    assertNear(Instant.now(), time(answer, "/asOf"));
    assertNear(Instant.now().plus(Duration.ofHours(24)), time(answer, "/statementExpiresAt"));
    assertTrue(answer.at("/receipt/id").asText().matches("rcp_[0-9A-Za-z]{22,}"));
    assertEquals(
        server.url() + Api.VERIFICATIONS + "/" + journey.id() + "/receipt",
        answer.at("/receipt/url").asText());
    assertEquals(journey.asked().json().path("mobile"), answer.path("mobile"));
  }

  @Test
  void get_completed_equalsWhatConfirmationAnswered() {
    Journey journey = Journey.make(server, hotel, People.registered());

    assertEquals(journey.answer(), api.verification(journey.id()).json(200));

    Answer statement = api.get(Api.VERIFICATIONS + "/" + journey.id() + "/statement");
    assertEquals(200, statement.status());
    assertEquals("application/jwt", statement.header("Content-Type").split(";", 2)[0]);
    assertEquals(journey.answer().path("statement").asText(), statement.body());
  }

  @Test
  void get_waiting_hasNeitherStatementNorReceipt() {
    String id = api.ask(People.registered(), hotel.purpose()).json(201).path("id").asText();

    assertEquals("awaiting-code", api.verification(id).json(200).path("state").asText());
    api.get(Api.VERIFICATIONS + "/" + id + "/statement").problem(404, "not-found");
    api.get(Api.VERIFICATIONS + "/" + id + "/receipt").problem(404, "not-found");
  }

  @Test
  void cancel_waiting_endsIt() {
    Person person = People.registered();
    String id = api.ask(person, hotel.purpose()).json(201).path("id").asText();
    String code = server.inbox().code(id, person.mobile());

    assertEquals(204, api.cancel(id).status());

    assertEquals("cancelled", api.verification(id).json(200).path("state").asText());
    api.confirm(id, code).problem(409, "not-waiting");
    api.sendAgain(id).problem(409, "not-waiting");
    api.cancel(id).problem(409, "not-waiting");
  }

  @Test
  void sendAgain_tooSoon_saysWhenAgain() {
    String id = api.ask(People.registered(), hotel.purpose()).json(201).path("id").asText();

    Answer answer = api.sendAgain(id);

    answer.problem(429, "too-many-sends");
    int seconds = Integer.parseInt(answer.header("Retry-After"));
    assertTrue(seconds > 0 && seconds <= 30, answer.header("Retry-After"));
  }

  private static Instant time(JsonNode node, String pointer) {
    return Instant.parse(node.at(pointer).asText());
  }

  private static void assertNear(Instant expected, Instant actual) {
    assertTrue(
        Duration.between(expected, actual).abs().toSeconds() < 30, expected + " and " + actual);
  }
}
