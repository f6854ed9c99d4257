package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Jws;
import org.kycvs.systemtest.support.Organisation;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** What statement and receipt say, byte by byte, and what they never say. */
@ExtendWith(SharedServer.class)
class StatementIT {
  private static final Set<String> CLAIMS =
      Set.of(
          "iss",
          "aud",
          "iat",
          "exp",
          "jti",
          "txn",
          "nonce",
          "sub",
          "purpose",
          "status",
          "meaning",
          "rule",
          "asOf",
          "mode",
          "method",
          "receipt",
          "receiptHash",
          "subjectCommitment");

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
  void header_namesTypeAlgorithmAndKey() throws Exception {
    Jws statement = Journey.make(server, hotel, People.registered()).statement();
    String jwks = server.withoutKey().get("/.well-known/jwks.json").body();

    JsonNode header = statement.header();

    assertEquals("kycvs-status+jwt", header.path("typ").asText());
    assertEquals("ES256", header.path("alg").asText());
    JWK key = statement.key(jwks);
    assertEquals(key.computeThumbprint().toString(), header.path("kid").asText());
    assertFalse(key.isPrivate());
    assertTrue(statement.isSignedBy(jwks));
  }

  @Test
  void claims_areThoseOfTheQuestionAndItsAnswer() {
    Person person = People.registered();
    Map<String, Object> question = new LinkedHashMap<>(person.question(hotel.purpose()));
    question.put("nonce", "n-0S6_WzA2Mj");
    question.put("validForSeconds", 3600);
    String id = api.ask(question).json(201).path("id").asText();
    JsonNode answer = api.confirm(id, server.inbox().code(id, person.mobile())).json(200);

    JsonNode claims = Jws.parse(answer.path("statement").asText()).claims();

    assertEquals(CLAIMS, Json.members(claims));
    assertEquals(server.url(), claims.path("iss").asText());
    assertEquals(hotel.id(), claims.path("aud").asText());
    assertEquals("n-0S6_WzA2Mj", claims.path("nonce").asText());
    assertEquals(id, claims.path("txn").asText());
    assertEquals(hotel.purpose(), claims.path("purpose").asText());
    assertEquals(person.status(), claims.path("status").asInt());
    assertTrue(claims.path("status").isInt(), claims.toString());
    assertEquals(answer.path("meaning"), claims.path("meaning"));
    assertEquals("in-2026-1", claims.path("rule").asText());
    assertEquals(answer.path("asOf"), claims.path("asOf"));
    assertEquals("live", claims.path("mode").asText());
    assertEquals("code-told", claims.path("method").asText());
    assertEquals(answer.at("/receipt/id"), claims.path("receipt"));
    long issued = claims.path("iat").asLong();
    assertTrue(Math.abs(Instant.now().getEpochSecond() - issued) < 60, claims.toString());
    assertEquals(issued + 3600, claims.path("exp").asLong());
    assertEquals(
        Instant.ofEpochSecond(claims.path("exp").asLong()),
        Instant.parse(answer.path("statementExpiresAt").asText()));
  }

  @Test
  void receiptHash_isOfTheReceiptThatTheApiGives() {
    Journey journey = Journey.make(server, hotel, People.registered());

    Jws receipt = receipt(journey);

    assertEquals(receipt.hash(), journey.statement().claims().path("receiptHash").asText());
    assertEquals("kycvs-receipt+jwt", receipt.header().path("typ").asText());
    assertTrue(
        receipt.isSignedBy(server.withoutKey().get("/.well-known/jwks.json").body()),
        receipt.compact());
  }

  @Test
  void receipt_saysWhoGotWhatWhyAndHowToStopIt() {
    Journey journey = Journey.make(server, hotel, People.registered());

    JsonNode receipt = receipt(journey).claims();
    JsonNode statement = journey.statement().claims();

    assertEquals(journey.id(), receipt.path("verification").asText());
    assertEquals(statement.path("receipt"), receipt.path("jti"));
    assertEquals(statement.path("jti"), receipt.path("statement"));
    assertEquals(statement.path("sub"), receipt.path("sub"));
    assertEquals(statement.path("rule"), receipt.path("rule"));
    assertEquals(hotel.id(), receipt.at("/organisation/id").asText());
    assertTrue(receipt.at("/organisation/contact").asText().contains("@"), receipt.toString());
    assertEquals(hotel.purpose(), receipt.at("/purpose/code").asText());
    assertEquals(Json.read("[\"vaccination-status\"]"), receipt.path("shared"));
    for (String member :
        Set.of("registry", "notice", "notShared", "withdrawal", "complaint", "jurisdiction")) {
      assertFalse(receipt.path(member).isMissingNode(), member);
    }
    assertFalse(receipt.has("status"), receipt.toString());
  }

  @Test
  void subjectCommitment_fitsMobileAndNameAsSubmitted() {
    Person person = People.registered();
    Person shouting =
        new Person(
            person.mobile(),
            "  " + person.name().toUpperCase(Locale.ROOT).replace(" ", "   ") + " ",
            "",
            person.expect(),
            "letter-case",
            0);
    Journey journey = Journey.make(server, hotel, shouting);

    byte[] salt = Base64.getUrlDecoder().decode(journey.answer().path("subjectSalt").asText());

    assertEquals(32, salt.length);
    assertEquals(
        commitment(salt, person.mobile(), person.name()),
        journey.statement().claims().path("subjectCommitment").asText());
  }

  @Test
  void subject_isTheSameForOneOrganisationAndAnotherForAnother() {
    Person person = People.registered();
    String first = subject(Journey.make(server, hotel, person));

    assertEquals(first, subject(Journey.make(server, hotel, person)));
    assertNotEquals(first, subject(Journey.make(server, server.railway(), person)));
    assertNotEquals(first, subject(Journey.make(server, hotel, People.registered())));
  }

  @Test
  void statementAndReceipt_nameNobody() {
    Journey journey = Journey.make(server, hotel, People.registered());
    Person person = journey.person();

    for (Jws document : new Jws[] {journey.statement(), receipt(journey)}) {
      String text = (document.header() + " " + document.claims()).toLowerCase(Locale.ROOT);
      assertFalse(text.contains(person.mobile().substring(3)), text);
      assertFalse(text.contains(person.name().toLowerCase(Locale.ROOT)), text);
      for (String word : person.name().toLowerCase(Locale.ROOT).split("\\s+")) {
        assertFalse(text.matches("(?s).*\\b" + word + "\\b.*"), word + " in " + text);
      }
      for (String member : Set.of("name", "mobile", "doses", "dose", "dateOfBirth", "birthYear")) {
        assertFalse(document.claims().has(member), text);
      }
    }
  }

  @Test
  void statement_withoutNonceAndLife_livesADay() {
    JsonNode claims = Journey.make(server, hotel, People.registered()).statement().claims();

    assertFalse(claims.has("nonce"), claims.toString());
    assertEquals(
        Duration.ofHours(24).toSeconds(),
        claims.path("exp").asLong() - claims.path("iat").asLong());
  }

  private Jws receipt(Journey journey) {
    String path = Api.VERIFICATIONS + "/" + journey.id() + "/receipt";
    return Jws.parse(api.get(path).body());
  }

  private static String subject(Journey journey) {
    return journey.statement().claims().path("sub").asText();
  }

  private static String commitment(byte[] salt, String mobile, String name) {
    String canonical =
        Normalizer.normalize(name, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll("(?U)\\s+", " ")
            .strip();
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    for (byte[] field :
        new byte[][] {
          "kycvs/commitment/1".getBytes(StandardCharsets.UTF_8),
          salt,
          mobile.getBytes(StandardCharsets.UTF_8),
          canonical.getBytes(StandardCharsets.UTF_8)
        }) {
      framed.writeBytes(ByteBuffer.allocate(4).putInt(field.length).array());
      framed.writeBytes(field);
    }
    return Jws.base64Url(Jws.sha256(framed.toByteArray()));
  }
}
