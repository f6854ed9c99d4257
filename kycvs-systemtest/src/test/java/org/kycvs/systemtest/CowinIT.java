package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.CowinClient;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Jws;
import org.kycvs.systemtest.support.OwnerSql;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.Person;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** A client of 2021 against the server: three calls, SHA-256 hex in, an integer out. */
@ExtendWith(SharedServer.class)
class CowinIT {
  private static final String TEST_CODE = "246810";

  private RunningServer server;
  private CowinClient live;
  private CowinClient test;

  @BeforeEach
  void asHotel(RunningServer shared) {
    server = shared;
    live = new CowinClient(shared, shared.hotel().liveKey());
    test = new CowinClient(shared, shared.hotel().testKey());
  }

  @Test
  void threeCalls_realPerson_giveTheIntegerAndTheStatement() {
    Person person = People.registered();
    Answer generated = live.generateOtp(person);
    String transaction = generated.json(200).path("txnId").asText();
    assertEquals(Set.of("txnId"), Json.members(generated.json()));
    assertEquals(4, UUID.fromString(transaction).version());

    String code = newestCode(person);
    Answer confirmed = live.confirmOtp(transaction, code);
    String token = confirmed.json(200).path("token").asText();
    assertEquals(Set.of("token"), Json.members(confirmed.json()));

    JsonNode status = live.status(token).json(200);
    assertEquals(Set.of("vaccination_status", "statement"), Json.members(status));
    assertTrue(status.path("vaccination_status").isInt());
    assertEquals(person.status(), status.path("vaccination_status").asInt());
    Jws statement = Jws.parse(status.path("statement").asText());
    assertTrue(statement.isSignedBy(server.withoutKey().get("/.well-known/jwks.json").body()));
    assertEquals(person.status(), statement.claims().path("status").asInt());
    assertEquals(server.hotel().purpose(), statement.claims().path("purpose").asText());
    assertEquals(status, live.status(token).json(200), "it is the one stored answer");
  }

  @ParameterizedTest
  @CsvSource({"5555500000, 0", "915555500001, 1", "+915555500002, 2"})
  void threeCalls_testPeople_haveTheirStatus(String mobile, int status) {
    String token = confirmed(generated(mobile)).json(200).path("token").asText();

    assertEquals(status, test.status(token).json(200).path("vaccination_status").asInt());
  }

  @Test
  void token_isAJwtThatTellsNothingOfThePerson() {
    String token = confirmed(generated("5555500002")).json(200).path("token").asText();
    String[] parts = token.split("[.]", -1);
    JsonNode header = Json.read(decoded(parts[0]));
    JsonNode claims = Json.read(decoded(parts[1]));

    assertEquals("kycvs-session+jwt", header.path("typ").asText());
    assertEquals("HS256", header.path("alg").asText());
    assertEquals(900, claims.path("exp").asLong() - claims.path("iat").asLong());
    assertEquals(Set.of("sub", "org", "mode", "key", "iat", "exp"), Json.members(claims));
    assertFalse(claims.toString().contains("5555500002"));
  }

  @Test
  void generateOtp_knownAndUnknownPeople_areAnsweredAlike() {
    Answer known = live.generateOtp(People.registered());
    Answer unknown = live.generateOtp(People.nobody());

    assertEquals(seen(known), seen(unknown));
    assertEquals(200, known.status());
  }

  @Test
  void generateOtp_asSomeClientsWroteIt_isTaken() {
    for (String body :
        List.of(
            "{\"mobile_number\":5555500001,\"full_name\":\"A\"}",
            "{\"mobile_number\":\"5555500001\",\"full_name\":\"A\",\"email\":\"\",\"x\":[1]}")) {
      for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
        assertEquals(200, test.post("generateOTP", body, type).status(), body + type);
      }
      assertEquals(200, test.postWithOldToken("generateOTP", body, "eyJ.old.token").status());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                       | 400 | USRAUT0010",
        "{'mobile_number':'','full_name':'A'}                     | 400 | USRAUT0010",
        "{'mobile_number':true,'full_name':'A'}                   | 400 | USRAUT0010",
        "{'mobile_number':'9876543210','full_name':'A'}           | 400 | USRAUT0010",
        "{'mobile_number':'5555500002'}                           | 400 | USRAUT0020",
        "{'mobile_number':'5555500002','full_name':'12'}          | 400 | USRAUT0020",
        "{'mobile_number':'5555500002','full_name':7}             | 400 | USRAUT0020",
        "{'mobile_number':'5555500007','full_name':'A'}           | 503 | USRAUT0018",
        "[]                                                       | 400 | USRAUT0020",
        "not json                                                 | 400 | USRAUT0020",
      })
  void generateOtp_badInput_isRefusedClearly(String body, int status, String code) {
    failure(test.post("generateOTP", body.replace('\'', '"'), "application/json"), status, code);
  }

  @Test
  void generateOtp_realMobileThatIsNone_isRefused() {
    Map<String, String> body = Map.of("mobile_number", "1234567890", "full_name", "A");
    failure(live.generateOtp(body), 400, "USRAUT0010");
  }

  @Test
  void generateOtp_tooOften_saysWhenAgain() {
    Person person = People.nobody();
    for (int i = 0; i < 3; i++) {
      assertEquals(200, live.generateOtp(person).status());
    }

    Answer refused = live.generateOtp(person);

    failure(refused, 429, "USRAUT0018");
    assertFalse(refused.header("Retry-After").isEmpty());
    assertFalse(refused.header("RateLimit").isEmpty());
  }

  @Test
  void generateOtp_keysThatDoNotOpen_areForbidden() {
    for (String key : List.of("", "rubbish", ApiKeys.unknown())) {
      Answer refused =
          new CowinClient(server, key)
              .generateOtp(Map.of("mobile_number", "9876543210", "full_name", "Nemo"));
      failure(refused, 403, "USRAUT0020");
      assertEquals("", refused.header("WWW-Authenticate"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'txnId':'T'}                       | USRAUT0012",
        "{'otp':'','txnId':'T'}              | USRAUT0012",
        "{'otp':'246810','txnId':'T'}        | USRAUT0012",
        "{'otp':'UPPER','txnId':'T'}         | USRAUT0012",
        "{'otp':246810,'txnId':'T'}          | USRAUT0012",
        "{'otp':'HASH'}                      | USRAUT0013",
        "{'otp':'HASH','txnId':'1-1-1-1-1'}  | USRAUT0013",
        "{'otp':'HASH','txnId':7}            | USRAUT0013",
      })
  void confirmOtp_badInput_costsNoTry(String body, String code) {
    String transaction = generated("5555500002");
    String sent =
        body.replace('\'', '"')
            .replace("T", transaction)
            .replace("HASH", CowinClient.sha256(TEST_CODE))
            .replace("UPPER", CowinClient.sha256(TEST_CODE).toUpperCase(Locale.ROOT));
    for (int i = 0; i < 4; i++) {
      failure(test.post("confirmOTP", sent, "application/json"), 400, code);
    }

    assertEquals(200, confirmed(transaction).status());
  }

  @Test
  void confirmOtp_wrongCodes_lockAfterThree() {
    String transaction = generated("5555500002");
    for (String wrong : List.of("000000", "000000", "111111", "222222")) {
      failure(test.confirmOtp(transaction, wrong), 401, "USRAUT0014");
    }

    failure(confirmed(transaction), 429, "USRAUT0005");
  }

  @Test
  void confirmOtp_nobodyFits_isNoMatch() {
    failure(confirmed(generated("5555500003")), 400, "USRAUT0019");
  }

  @Test
  void confirmOtp_timeIsOver_isInvalid() {
    failure(confirmed(generated("5555500008")), 401, "USRAUT0014");
  }

  @Test
  void confirmOtp_anothersTransaction_isToldLikeAnUnknownOneAndLikeAWrongCode() {
    String transaction = generated("5555500002");
    CowinClient railway = new CowinClient(server, server.railway().testKey());
    Answer wrong = test.confirmOtp(transaction, "111111");

    Answer anothers = railway.confirmOtp(transaction, TEST_CODE);
    Answer otherModes = live.confirmOtp(transaction, TEST_CODE);
    Answer unknown = railway.confirmOtp(UUID.randomUUID().toString(), TEST_CODE);

    assertEquals(seen(unknown), seen(anothers));
    assertEquals(seen(unknown), seen(otherModes));
    assertEquals(seen(unknown), seen(wrong));
    assertEquals(200, confirmed(transaction).status(), "it was not touched");
  }

  @Test
  void confirmOtp_sentAgain_givesATokenToTheSameAnswer() {
    String transaction = generated("5555500001");
    String first = confirmed(transaction).json(200).path("token").asText();

    String second = confirmed(transaction).json(200).path("token").asText();

    assertEquals(test.status(first).json(200), test.status(second).json(200));
    failure(test.confirmOtp(transaction, "111111"), 400, "USRAUT0019");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a.b.c"})
  void status_noToken_isUnauthenticated(String token) {
    Answer refused = test.status(token);
    failure(refused, 401, "USRAUT0020");
    assertEquals("Bearer", refused.header("WWW-Authenticate"));
  }

  @Test
  void status_tokenOfOtherMaking_isUnauthenticated() {
    String token = confirmed(generated("5555500001")).json(200).path("token").asText();
    String[] parts = token.split("[.]", -1);
    String none = encoded("{\"typ\":\"kycvs-session+jwt\",\"alg\":\"none\"}");
    String claims = encoded(decoded(parts[1]).replace("\"exp\":", "\"exp\":9"));

    for (String forged :
        List.of(
            none + "." + parts[1] + ".",
            none + "." + parts[1] + "." + parts[2],
            parts[0] + "." + claims + "." + parts[2],
            parts[0] + "." + parts[1] + "." + encoded("x".repeat(32)))) {
      assertNotEquals(token, forged);
      failure(test.status(forged), 401, "USRAUT0020");
    }
  }

  @Test
  void status_consentWithdrawn_isGone() {
    String transaction = generated("5555500001");
    String token = confirmed(transaction).json(200).path("token").asText();
    JsonNode claims = Json.read(decoded(token.split("[.]", -1)[1]));
    OwnerSql.withdrawConsent(server, claims.path("sub").asText());

    failure(test.status(token), 410, "USRAUT0020");
    String again = confirmed(transaction).json(200).path("token").asText();
    failure(test.status(again), 410, "USRAUT0020");
  }

  @Test
  void otherPathsAndMethods_areToldInTheSameForm() {
    failure(test.post("status", "{}", "application/json"), 405, "USRAUT0020");
    failure(test.post("nothing", "{}", "application/json"), 404, "USRAUT0020");
  }

  private String generated(String testMobile) {
    return test.generateOtp(Map.of("mobile_number", testMobile, "full_name", "Anybody"))
        .json(200)
        .path("txnId")
        .asText();
  }

  private Answer confirmed(String transaction) {
    return test.confirmOtp(transaction, TEST_CODE);
  }

  private String newestCode(Person person) {
    String id =
        server
            .with(server.hotel().liveKey())
            .get("/api/v1/verifications?limit=1")
            .json(200)
            .at("/items/0/id")
            .asText();
    return server.inbox().code(id, person.mobile());
  }

  private static void failure(Answer answer, int status, String code) {
    JsonNode failure = answer.json(status);
    assertEquals(code, failure.path("errorCode").asText(), answer.body());
    assertEquals(Set.of("errorCode", "error"), Json.members(failure));
    assertFalse(failure.path("error").asText().isBlank());
    assertEquals("application/json", answer.header("Content-Type").split(";", 2)[0]);
    assertFalse(answer.header("X-Request-Id").isBlank());
    assertEquals("no-store", answer.header("Cache-Control"));
  }

  /** All that can be seen of an answer but what is its own. */
  private static Map<String, String> seen(Answer answer) {
    Map<String, String> seen = new TreeMap<>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> seen.put(name.toLowerCase(Locale.ROOT), values.toString()));
    for (String own : List.of("x-request-id", "date", "ratelimit", "connection")) {
      seen.remove(own);
    }
    seen.put(":status", Integer.toString(answer.status()));
    seen.put(":body", answer.body().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "id"));
    return seen;
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
