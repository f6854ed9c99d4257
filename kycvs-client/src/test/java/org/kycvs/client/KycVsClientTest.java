package org.kycvs.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kycvs.client.statement.Recall;

/** What each call sends, and what it makes of each answer. */
class KycVsClientTest {
  private FakeServer server;
  private KycVsClient client;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
    client = Samples.client(server, new FakePace()).build();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void ask_sendsTheWholeQuestionWithKeyAndIdempotencyKey() {
    server.thenJson(201, Samples.WAITING);
    Question question =
        Samples.QUESTION
            .withYearOfBirth(2000)
            .withReference("room 214")
            .withNonce("c2b7-9f31-aa04")
            .withLanguage("hi")
            .withValidity(Duration.ofHours(1));

    client.ask(question, new IdempotencyKey("once"));

    FakeServer.Request sent = server.requests().get(0);
    assertEquals("POST", sent.method());
    assertEquals("/api/v1/verifications", sent.path());
    assertEquals("Bearer " + Samples.LIVE_KEY, sent.headers().get("authorization"));
    assertEquals("once", sent.headers().get("idempotency-key"));
    assertEquals("application/json", sent.headers().get("content-type"));
    assertEquals("application/json", sent.headers().get("accept"));
    assertEquals(
        "{\"mobile\":\"+917011000000\",\"name\":\"Arjun Pillai\",\"purpose\":\"hotel-check-in\","
            + "\"yearOfBirth\":2000,\"reference\":\"room 214\",\"nonce\":\"c2b7-9f31-aa04\","
            + "\"language\":\"hi\",\"validForSeconds\":3600}",
        sent.body());
  }

  @Test
  void ask_accepted_isAskedWithAllMembers() {
    server.thenJson(201, Samples.WAITING);

    Verification asked = client.ask(Samples.QUESTION).askedOrThrow();

    assertEquals(Samples.ID, asked.id());
    assertEquals(VerificationState.AWAITING_CODE, asked.state());
    assertEquals(Mode.LIVE, asked.mode());
    assertEquals(Optional.of("room 214"), asked.reference());
    assertEquals(Instant.parse("2026-11-21T20:34:25.743122Z"), asked.expiresAt());
    assertEquals(
        Optional.of(
            new Verification.CodeStanding(
                6,
                Instant.parse("2026-11-21T20:29:25Z"),
                3,
                2,
                Instant.parse("2026-11-21T20:24:55Z"),
                false)),
        asked.code());
    assertEquals(Optional.empty(), asked.answer());
  }

  static Stream<Arguments> askingRefusals() {
    Optional<Duration> wait = Optional.of(Duration.ofSeconds(16));
    return Stream.of(
        Arguments.of(429, "too-many-sends", new TooManySends(wait)),
        Arguments.of(429, "too-many-wrong-codes", new TooManyWrongCodes(wait)),
        Arguments.of(503, "sms-unavailable", new SmsUnavailable(wait)));
  }

  @ParameterizedTest
  @MethodSource("askingRefusals")
  void ask_refusedForThePerson_isThatResultAtOnce(int status, String code, Asking expected) {
    server.thenProblem(status, code, "\"retryAfter\":16");

    Asking result = client.ask(Samples.QUESTION);

    assertEquals(expected, result);
    assertEquals(expected, assertThrows(OutcomeException.class, result::askedOrThrow).outcome());
    assertEquals(1, server.requests().size());
  }

  static Stream<Arguments> resendingRefusals() {
    return Stream.of(
        Arguments.of(429, "too-many-sends", new TooManySends(Optional.empty())),
        Arguments.of(429, "code-locked", new Locked()),
        Arguments.of(409, "not-waiting", new Ended(Ended.Why.NOT_WAITING)),
        Arguments.of(410, "verification-expired", new Ended(Ended.Why.EXPIRED)));
  }

  @ParameterizedTest
  @MethodSource("resendingRefusals")
  void sendCodeAgain_refused_isThatResult(int status, String code, Resending expected) {
    server.thenProblem(status, code).thenJson(200, Samples.WAITING);

    assertEquals(expected, client.sendCodeAgain(Samples.ID));

    assertEquals(Samples.ID, client.sendCodeAgain(Samples.ID).resentOrThrow().id());
    assertEquals(Samples.PATH + "/code", server.requests().get(0).path());
    assertEquals("", server.requests().get(0).body());
  }

  static Stream<Arguments> confirmationRefusals() {
    return Stream.of(
        Arguments.of(422, "code-wrong", new CodeWrong(2)),
        Arguments.of(422, "code-expired", new CodeExpired()),
        Arguments.of(422, "no-match", new NoMatch(1)),
        Arguments.of(429, "code-locked", new Locked()),
        Arguments.of(
            429, "too-many-wrong-codes", new TooManyWrongCodes(Optional.of(Duration.ofDays(1)))),
        Arguments.of(409, "already-completed", new Ended(Ended.Why.ALREADY_COMPLETED)),
        Arguments.of(409, "not-waiting", new Ended(Ended.Why.NOT_WAITING)),
        Arguments.of(410, "consent-withdrawn", new Ended(Ended.Why.CONSENT_WITHDRAWN)),
        Arguments.of(410, "verification-expired", new Ended(Ended.Why.EXPIRED)));
  }

  @ParameterizedTest
  @MethodSource("confirmationRefusals")
  void confirm_refused_isThatResult(int status, String code, Confirmation expected) {
    String wait = code.startsWith("too") ? "\"retryAfter\":86400" : "\"triesLeft\":2";
    server.thenProblem(status, code, wait, "\"retriesLeft\":1");

    assertEquals(expected, client.confirm(Samples.ID, "000000"));

    assertEquals(1, server.requests().size());
  }

  @Test
  void confirm_rightCode_isCompletedWithTheAnswer() {
    server.thenJson(200, Samples.COMPLETED);

    Completed completed = client.confirm(Samples.ID, "012345", 1980).completedOrThrow();

    assertEquals(VaccinationStatus.FULLY_VACCINATED, completed.answer().status());
    assertEquals("eyJ.a.b", completed.answer().statement());
    assertEquals(Optional.of("rcp_F8jkyBjjDHlbQjvNSABw1e"), completed.verification().receiptId());
    assertEquals("{\"code\":\"012345\",\"yearOfBirth\":1980}", server.requests().get(0).body());
    assertFalse(completed.toString().contains("eyJ"), completed.toString());
  }

  @Test
  void confirm_sentAgainAfterTheConsentWasWithdrawn_hasEnded() {
    server.thenJson(200, Samples.WITHDRAWN);

    assertEquals(
        new Ended(Ended.Why.CONSENT_WITHDRAWN),
        client.confirm(Samples.ID, "012345", OptionalInt.empty(), IdempotencyKey.random()));
  }

  @Test
  void cancel_done_isCancelled() {
    server.thenAnswer(204, "", "").thenProblem(409, "not-waiting");

    assertEquals(new Cancelled(), client.cancel(Samples.ID));
    assertEquals(new Ended(Ended.Why.NOT_WAITING), client.cancel(Samples.ID));

    assertEquals("DELETE", server.requests().get(0).method());
    assertEquals(2, server.requests().size());
  }

  @Test
  void listAll_goesThroughAllPagesWithTheSameFilter() {
    server
        .thenJson(200, "{\"items\":[" + Samples.WAITING + "],\"nextCursor\":\"a b\"}")
        .thenJson(200, "{\"items\":[],\"nextCursor\":\"c\"}")
        .thenJson(200, "{\"items\":[" + Samples.COMPLETED + "]}");
    HistoryFilter filter =
        HistoryFilter.all()
            .withState(VerificationState.NO_MATCH)
            .withReference("room & board")
            .from(Instant.EPOCH)
            .withPageSize(1);

    List<VerificationState> states = new ArrayList<>();
    client.listAll(filter).forEach(one -> states.add(one.state()));

    assertEquals(List.of(VerificationState.AWAITING_CODE, VerificationState.COMPLETED), states);
    String first =
        "/api/v1/verifications?state=no-match&reference=room+%26+board&from=1970-01-01T00%3A00%3A00Z&limit=1";
    assertEquals(
        List.of(first, first + "&cursor=a+b", first + "&cursor=c"),
        server.requests().stream().map(FakeServer.Request::path).toList());
  }

  @Test
  void list_withoutFilterOrNextPage_isTheOnlyPage() {
    server.thenJson(200, "{\"items\":[]}");

    HistoryPage page = client.list(HistoryFilter.all());

    assertFalse(page.hasNext());
    assertTrue(page.next().isEmpty());
    assertEquals("/api/v1/verifications", server.requests().get(0).path());
  }

  @Test
  void documents_areReadAsTheyAre() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};
    server
        .thenAnswer(200, "application/jwt", "eyJ.s.t")
        .thenAnswer(200, "application/jwt", "eyJ.r.c")
        .thenAnswer(200, "image/png", png)
        .thenAnswer(200, "image/svg+xml;charset=UTF-8", "<svg/>");

    assertEquals("eyJ.s.t", client.statement(Samples.ID));
    assertEquals("eyJ.r.c", client.receipt(Samples.ID));
    assertArrayEquals(png, client.statementPng(Samples.ID));
    assertEquals("<svg/>", client.statementSvg(Samples.ID));
    assertEquals(
        List.of("/statement", "/receipt", "/statement.png", "/statement.svg"),
        server.requests().stream()
            .map(request -> request.path().substring(Samples.PATH.length()))
            .toList());
  }

  @Test
  void published_isReadWithoutTheKeyAndByMode() {
    KycVsClient test = KycVsClient.builder(server.address(), ApiKey.of(Samples.TEST_KEY)).build();
    server
        .thenAnswer(200, "application/jwk-set+json", "{\"keys\":[]}")
        .thenJson(200, "{\"keys\":[1]}")
        .thenJson(200, "{\"issuer\":\"i\"}");

    assertEquals("{\"keys\":[]}", client.keys());
    assertEquals("{\"keys\":[1]}", test.keys());
    assertEquals("{\"issuer\":\"i\"}", test.metadata());

    assertEquals(
        List.of("/.well-known/jwks.json", "/.well-known/test/jwks.json", "/.well-known/kycvs.json"),
        server.requests().stream().map(FakeServer.Request::path).toList());
    server.requests().forEach(sent -> assertFalse(sent.headers().containsKey("authorization")));
  }

  @Test
  void checkStatement_tellsWhatTheServerSays() {
    server
        .thenJson(
            200,
            "{\"authentic\":true,\"current\":false,\"recall\":\"unknown\",\"mode\":\"test\","
                + "\"claims\":{\"status\":2,\"x\":null},\"reasons\":[\"test-mode\"]}")
        .thenJson(
            200,
            "{\"authentic\":false,\"current\":false,\"recall\":\"unknown\",\"reasons\":[\"malformed\"]}");

    StatementCheck check =
        client.checkStatement("eyJ.s.t", Optional.of("org_1"), Optional.of("12345678"));

    assertTrue(check.authentic());
    assertFalse(check.current());
    assertEquals(Recall.UNKNOWN, check.recall());
    assertEquals(Optional.of(Mode.TEST), check.mode());
    assertEquals(2L, check.claims().get("status"));
    assertEquals(List.of("test-mode"), check.reasons());
    FakeServer.Request sent = server.requests().get(0);
    assertEquals("/api/v1/statement-checks", sent.path());
    assertFalse(sent.headers().containsKey("authorization"));
    assertEquals(
        "{\"statement\":\"eyJ.s.t\",\"audience\":\"org_1\",\"nonce\":\"12345678\"}", sent.body());
    assertEquals(
        List.of("malformed"),
        client.checkStatement("x", Optional.empty(), Optional.empty()).reasons());
  }

  @Test
  void problem_thatIsNoResult_isThrownWithAllThatItSays() {
    server.thenProblem(
        400,
        "a-code-of-tomorrow",
        "\"errors\":[{\"pointer\":\"/mobile\",\"code\":\"mobile-invalid\",\"detail\":\"No.\",\"x\":1}]",
        "\"retryAfter\":3");

    ProblemException problem =
        assertThrows(ProblemException.class, () -> client.ask(Samples.QUESTION));

    assertEquals("a-code-of-tomorrow", problem.code());
    assertEquals(400, problem.status());
    assertEquals("T", problem.title());
    assertEquals("D", problem.detail());
    assertEquals(Optional.of("req_1"), problem.requestId());
    assertEquals(Optional.of(Duration.ofSeconds(3)), problem.retryAfter());
    assertEquals(List.of(new InputError("/mobile", "mobile-invalid", "No.")), problem.errors());
    assertEquals(
        "400 a-code-of-tomorrow: D /mobile mobile-invalid: No. (request req_1)",
        problem.getMessage());
    assertFalse(problem.mayBeDone());
    assertInstanceOf(IdempotencyKey.class, problem.idempotencyKey().orElseThrow());
  }
}
