package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Jws;
import org.kycvs.systemtest.support.OwnerSql;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Somebody without an API key has a statement and asks what it is worth. */
@ExtendWith(SharedServer.class)
class StatementChecksIT {
  private static final String CHECKS = "/api/v1/statement-checks";
  private static final String NONCE = "c2b7-9f31-aa04";

  private RunningServer server;
  private Api anybody;

  @BeforeEach
  void asAnybody(RunningServer shared) {
    server = shared;
    anybody = shared.withoutKey();
  }

  @Test
  void check_ownStatement_isCurrentWithAllItsClaims() {
    Journey journey = Journey.make(server, server.hotel(), People.registered());
    String statement = journey.statement().compact();

    Answer answer = check(Map.of("statement", statement, "audience", server.hotel().id()));

    JsonNode verdict = answer.json(200);
    assertTrue(verdict.path("authentic").asBoolean());
    assertTrue(verdict.path("current").asBoolean());
    assertEquals("clear", verdict.path("recall").asText());
    assertEquals("live", verdict.path("mode").asText());
    assertEquals(journey.statement().claims(), verdict.path("claims"));
    assertEquals(List.of(), reasons(verdict));
    assertEquals("no-store", answer.header("Cache-Control"));
    assertEquals(verdict, check(Map.of("statement", statement + "\n")).json(200));
  }

  @Test
  void check_otherReaderOrQuestion_isAuthenticButNotCurrent() {
    String statement = testStatement(NONCE);
    assertEquals(Set.of("test-mode"), Set.copyOf(told(statement, server.hotel().id(), NONCE)));

    assertEquals(
        Set.of("audience-wrong", "test-mode"),
        Set.copyOf(told(statement, server.railway().id(), NONCE)));
    assertEquals(
        Set.of("nonce-wrong", "test-mode"),
        Set.copyOf(told(statement, server.hotel().id(), "another-nonce")));
  }

  @Test
  void check_testStatement_saysSoAndIsNotCurrent() {
    JsonNode verdict = check(Map.of("statement", testStatement(NONCE))).json(200);

    assertTrue(verdict.path("authentic").asBoolean());
    assertFalse(verdict.path("current").asBoolean());
    assertEquals("test", verdict.path("mode").asText());
    assertEquals("test", verdict.at("/claims/mode").asText());
    assertEquals(List.of("test-mode"), reasons(verdict));
  }

  @Test
  void check_consentWithdrawn_isRecalled() {
    Journey journey = Journey.make(server, server.hotel(), People.registered());
    OwnerSql.withdrawConsent(server, journey.id());

    JsonNode verdict = check(Map.of("statement", journey.statement().compact())).json(200);

    assertEquals("recalled", verdict.path("recall").asText());
    assertFalse(verdict.path("current").asBoolean());
    assertEquals(List.of("recalled"), reasons(verdict));
  }

  @Test
  void check_whatWeDidNotSign_tellsNothingOfIt() {
    Journey journey = Journey.make(server, server.hotel(), People.registered());
    Jws statement = journey.statement();
    String[] parts = statement.compact().split("[.]", -1);
    String altered = parts[0] + "." + parts[1].substring(0, 40) + "A" + parts[1].substring(41);
    Map<String, String> reasons =
        Map.of(
            altered + "." + parts[2],
            "signature-invalid",
            ForeignKeys.sign(statement, ForeignKeys.make("nobodys")),
            "key-unknown",
            ForeignKeys.sign(statement, ForeignKeys.make(statement.header().path("kid").asText())),
            "signature-invalid",
            parts[0] + "." + parts[1] + ".",
            "signature-invalid",
            parts[0] + "." + parts[1],
            "malformed",
            server
                .with(server.hotel().liveKey())
                .get(Api.VERIFICATIONS + "/" + journey.id() + "/receipt")
                .body(),
            "malformed",
            "Arjun is vaccinated",
            "malformed");

    reasons.forEach(
        (text, reason) -> {
          JsonNode verdict = check(Map.of("statement", text)).json(200);
          assertEquals(List.of(reason), reasons(verdict), text);
          assertEquals(
              Set.of("authentic", "current", "recall", "reasons"), Json.members(verdict), text);
          assertFalse(verdict.path("authentic").asBoolean());
          assertEquals("unknown", verdict.path("recall").asText());
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                    | /statement",
        "{'statement':' '}                     | /statement",
        "{'statement':7}                       | /statement",
        "{'statement':'x','audience':'hotel'}  | /audience",
        "{'statement':'x','nonce':'short'}     | /nonce",
        "{'statement':'x','allowTest':true}    | /allowTest",
      })
  void check_badInput_isRefused(String body, String pointer) {
    JsonNode problem =
        anybody.post(CHECKS, body.replace('\'', '"')).problem(400, "invalid-request");

    assertEquals(pointer, problem.at("/errors/0/pointer").asText());
  }

  @ParameterizedTest
  @ValueSource(ints = {15_000, 16_500})
  void check_longText_isAnsweredUpToTheLimit(int length) {
    Answer answer = check(Map.of("statement", "x".repeat(length)));

    if (length < 16_384) {
      assertEquals(List.of("malformed"), reasons(answer.json(200)));
    } else {
      answer.problem(413, "body-too-large");
    }
  }

  @Test
  void check_idempotencyKeyOrApiKey_changeNothing() {
    String body = Json.write(Map.of("statement", "x"));
    JsonNode plain = anybody.post(CHECKS, body).json(200);

    assertEquals(plain, anybody.once("a", "b").post(CHECKS, body).json(200));
    assertEquals(plain, server.with("rubbish").post(CHECKS, body).json(200));
    assertEquals(plain, server.with(server.hotel().liveKey()).post(CHECKS, body).json(200));
  }

  private String testStatement(String nonce) {
    Api hotel = server.with(server.hotel().testKey());
    Map<String, Object> question =
        new HashMap<>(Map.of("mobile", "+915555500002", "name", "Anybody", "nonce", nonce));
    question.put("purpose", server.hotel().purpose());
    String id = hotel.ask(question).json(201).path("id").asText();
    return hotel.confirm(id, "246810").json(200).path("statement").asText();
  }

  private List<String> told(String statement, String audience, String nonce) {
    return reasons(
        check(Map.of("statement", statement, "audience", audience, "nonce", nonce)).json(200));
  }

  private Answer check(Map<String, String> body) {
    return anybody.post(CHECKS, Json.write(body));
  }

  private static List<String> reasons(JsonNode verdict) {
    return StreamSupport.stream(verdict.path("reasons").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }
}
