package org.kycvs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, after which pause, and what never is. */
class SentAgainTest {
  /** Short for a test, and long enough for a busy machine to answer in. */
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final FakePace pace = new FakePace();
  private FakeServer server;
  private KycVsClient client;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
    client = Samples.client(server, pace).attemptTimeout(SHORT).build();
  }

  @AfterEach
  void stop() throws IOException {
    Thread.interrupted();
    server.close();
  }

  static Stream<Map.Entry<String, Consumer<FakeServer>>> faults() {
    return Map.<String, Consumer<FakeServer>>of(
        "dropped", FakeServer::thenDrop,
        "half", server -> server.thenHalf(Samples.WAITING),
        "silent", FakeServer::thenSilence,
        "broken", server -> server.thenJson(201, Samples.WAITING.substring(0, 40)),
        "500", server -> server.thenProblem(500, "internal-error"),
        "503", server -> server.thenProblem(503, "database-unavailable"),
        "stopping", server -> server.thenAnswer(503, "", ""),
        "502", server -> server.thenAnswer(502, "text/html", "<html>"),
        "504", server -> server.thenAnswer(504, "text/html", "<html>"),
        "not UTF-8", server -> server.thenAnswer(201, "application/json", new byte[] {'{', -1}))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void fault_isMetWithTheSameCallAgain(Map.Entry<String, Consumer<FakeServer>> fault) {
    fault.getValue().accept(server);
    fault.getValue().accept(server);
    server.thenJson(201, Samples.WAITING);

    assertEquals(Samples.ID, client.ask(Samples.QUESTION).askedOrThrow().id());

    List<FakeServer.Request> sent = server.requests();
    assertEquals(3, sent.size());
    assertEquals(sent.get(0), sent.get(1));
    assertEquals(sent.get(0), sent.get(2));
    assertTrue(sent.get(0).headers().containsKey("idempotency-key"));
    assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), pace.pauses());
  }

  @Test
  void nextCall_hasAnotherIdempotencyKey() {
    server.thenJson(201, Samples.WAITING).thenJson(201, Samples.WAITING);

    client.ask(Samples.QUESTION);
    client.ask(Samples.QUESTION);

    assertNotEquals(
        server.requests().get(0).headers().get("idempotency-key"),
        server.requests().get(1).headers().get("idempotency-key"));
  }

  @ParameterizedTest
  @CsvSource({
    "503,database-unavailable",
    "429,too-many-requests",
    "409,idempotency-in-progress",
  })
  void retryAfter_isWaitedForAndABitMore(int status, String code) {
    server.thenProblem(status, code, "\"retryAfter\":4").thenJson(201, Samples.WAITING);

    client.ask(Samples.QUESTION);

    assertEquals(List.of(Duration.ofMillis(4500)), pace.pauses());
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "Sun, 22 Nov 2026 09:30:20 GMT"})
  void retryAfter_inTheHeader_isWaitedFor(String value) {
    server
        .thenAnswer(429, "text/plain", "slow down", "Retry-After: " + value)
        .thenJson(201, Samples.WAITING);

    client.ask(Samples.QUESTION);

    assertEquals(List.of(Duration.ofMillis(20_500)), pace.pauses());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Sun, 22 Nov 2026 09:29:59 GMT", "soon", "-1"})
  void retryAfter_thatAsksForNoPause_isMetWithTheUsualOnes(String value) {
    server
        .thenAnswer(503, "", "", "Retry-After: " + value)
        .thenAnswer(503, "", "", "Retry-After: " + value)
        .thenJson(201, Samples.WAITING);

    client.ask(Samples.QUESTION);

    assertEquals(List.of(Duration.ofMillis(500), Duration.ofSeconds(1)), pace.pauses());
  }

  @Test
  void retryAfter_beyondTheCallsTime_endsTheCallAtOnce() {
    server.thenProblem(429, "too-many-requests", "\"retryAfter\":60");

    ProblemException problem =
        assertThrows(ProblemException.class, () -> client.ask(Samples.QUESTION));

    assertEquals(Optional.of(Duration.ofSeconds(60)), problem.retryAfter());
    assertFalse(problem.mayBeDone());
    assertEquals(List.of(), pace.pauses());
  }

  @ParameterizedTest
  @CsvSource({
    "400,invalid-request", "401,api-key-unknown", "403,scope-missing",
    "404,verification-not-found", "405,method-not-allowed", "406,not-acceptable",
    "408,body-too-slow", "409,idempotency-conflict", "409,already-created",
    "413,body-too-large", "415,media-type-unsupported", "429,code-of-tomorrow"
  })
  void otherProblem_isFinal(int status, String code) {
    server.thenProblem(status, code);

    ProblemException problem =
        assertThrows(ProblemException.class, () -> client.ask(Samples.QUESTION));

    assertEquals(code, problem.code());
    assertEquals(1, problem.attempts());
    assertEquals(1, server.requests().size());
  }

  @Test
  void reading_isSentAgainToo() {
    server.thenDrop().thenProblem(503, "database-unavailable").thenJson(200, Samples.COMPLETED);

    assertEquals(VerificationState.COMPLETED, client.get(Samples.ID).state());
  }

  @Test
  void callsTimeOver_afterLostAnswers_saysThatItMayBeDoneAndByWhichKey() {
    for (int i = 0; i < 20; i++) {
      server.thenDrop();
    }
    IdempotencyKey key = new IdempotencyKey("booking-4711");

    NoAnswerException none =
        assertThrows(NoAnswerException.class, () -> client.ask(Samples.QUESTION, key));

    assertTrue(none.mayBeDone());
    assertEquals(Optional.of(key), none.idempotencyKey());
    assertEquals(server.requests().size(), none.attempts());
    Duration waited = pace.pauses().stream().reduce(Duration.ZERO, Duration::plus);
    assertTrue(waited.toSeconds() >= 30 && waited.toSeconds() < 60, waited.toString());
  }

  @Test
  void callsTimeOver_afterFailures_isTheLastProblemAndMayBeDone() {
    server.thenDrop();
    for (int i = 0; i < 20; i++) {
      server.thenProblem(503, "database-unavailable", "\"retryAfter\":20");
    }

    ProblemException problem =
        assertThrows(ProblemException.class, () -> client.ask(Samples.QUESTION));

    assertEquals("database-unavailable", problem.code());
    assertEquals(4, problem.attempts());
    assertTrue(problem.mayBeDone());
  }

  @Test
  void nobodyThere_wasNotDone() throws IOException {
    URI nowhere = server.address();
    server.close();
    KycVsClient lonely =
        KycVsClient.builder(nowhere, ApiKey.of(Samples.LIVE_KEY)).pace(pace).build();

    NoAnswerException none =
        assertThrows(NoAnswerException.class, () -> lonely.ask(Samples.QUESTION));

    assertFalse(none.mayBeDone());
    assertTrue(none.attempts() > 3, none.toString());
    assertTrue(none.toString().endsWith("It was not done."), none.toString());
  }

  @Test
  void interruptedInAPause_endsWithTheKeyAndStaysInterrupted() {
    server.thenDrop();
    pace.interruptNextPause();

    NoAnswerException none =
        assertThrows(NoAnswerException.class, () -> client.ask(Samples.QUESTION));

    assertTrue(Thread.interrupted());
    assertTrue(none.mayBeDone());
    assertTrue(none.idempotencyKey().isPresent());
    assertEquals(1, server.requests().size());
  }

  @Test
  void interruptedWhileItWaits_endsAtOnce() {
    server.thenSilence();
    Thread.currentThread().interrupt();

    NoAnswerException none =
        assertThrows(NoAnswerException.class, () -> client.ask(Samples.QUESTION));

    assertTrue(Thread.interrupted());
    assertTrue(none.mayBeDone());
  }

  @Test
  void cancel_doneButItsAnswerLost_isCancelled() {
    server.thenDrop().thenProblem(409, "not-waiting").thenJson(200, Samples.CANCELLED);

    assertEquals(new Cancelled(), client.cancel(Samples.ID));
  }

  @Test
  void cancel_endedOtherwiseMeanwhile_hasEnded() {
    server.thenDrop().thenProblem(409, "not-waiting").thenJson(200, Samples.COMPLETED);

    assertEquals(new Ended(Ended.Why.NOT_WAITING), client.cancel(Samples.ID));
  }

  @Test
  void cancel_answerLostAndNoRightToRead_hasEnded() {
    server.thenDrop().thenProblem(409, "not-waiting").thenProblem(403, "scope-missing");

    assertEquals(new Ended(Ended.Why.NOT_WAITING), client.cancel(Samples.ID));
  }
}
