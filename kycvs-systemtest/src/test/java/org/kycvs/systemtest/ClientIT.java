package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.client.Cancelled;
import org.kycvs.client.CodeWrong;
import org.kycvs.client.Completed;
import org.kycvs.client.Ended;
import org.kycvs.client.HistoryFilter;
import org.kycvs.client.HistoryPage;
import org.kycvs.client.IdempotencyKey;
import org.kycvs.client.KycVsClient;
import org.kycvs.client.Locked;
import org.kycvs.client.Mode;
import org.kycvs.client.NoMatch;
import org.kycvs.client.ProblemException;
import org.kycvs.client.Question;
import org.kycvs.client.SmsUnavailable;
import org.kycvs.client.StatementCheck;
import org.kycvs.client.TooManySends;
import org.kycvs.client.Verification;
import org.kycvs.client.VerificationId;
import org.kycvs.client.VerificationState;
import org.kycvs.client.statement.Checked;
import org.kycvs.client.statement.Expected;
import org.kycvs.client.statement.IssuerFacts;
import org.kycvs.client.statement.KnownKeys;
import org.kycvs.client.statement.Recalls;
import org.kycvs.client.statement.StatementChecker;
import org.kycvs.systemtest.support.Organisation;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Every call and every result of the client, as its user meets them, with the test people. */
@ExtendWith(SharedServer.class)
class ClientIT {
  private static final String CODE = "246810";

  private Organisation hotel;
  private KycVsClient client;

  @BeforeEach
  void withTestKey(RunningServer server) {
    hotel = server.hotel();
    client = server.client(hotel.testKey());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void confirm_rightCode_isAnsweredWithAStatementThatHolds(int status) throws ParseException {
    String nonce = UUID.randomUUID().toString();
    Instant before = Instant.now();
    Verification asked =
        client
            .ask(question(status).withNonce(nonce).withValidity(Duration.ofHours(1)))
            .askedOrThrow();
    assertEquals(VerificationState.AWAITING_CODE, asked.state());
    assertEquals(Mode.TEST, asked.mode());
    assertEquals(Duration.ofMinutes(10), Duration.between(asked.createdAt(), asked.expiresAt()));
    assertEquals(6, asked.code().orElseThrow().length());

    Completed completed = client.confirm(asked.id(), CODE).completedOrThrow();

    assertEquals(status, completed.answer().status().value());
    assertTrue(completed.verification().consent().orElseThrow().given());
    assertTrue(completed.answer().statementExpiresAt().isAfter(before.plusSeconds(3500)));
    assertEquals(completed.verification(), client.get(asked.id()));
    assertEquals(completed.answer().statement(), client.statement(asked.id()));
    assertEquals(3, client.receipt(asked.id()).split("[.]").length);
    Checked checked =
        StatementChecker.trusting(
                KnownKeys.parse(client.keys()),
                IssuerFacts.parse(client.metadata()),
                Recalls.notLookedUp())
            .check(
                completed.answer().statement(),
                Expected.audience(hotel.id()).nonce(nonce).liveOrTest())
            .orThrow();
    assertEquals(status, checked.content().status());
    assertEquals(asked.id().value(), checked.content().verification());
    assertEquals(new Ended(Ended.Why.ALREADY_COMPLETED), client.confirm(asked.id(), CODE));
  }

  @Test
  void confirm_noOnePerson_isNoMatchUntilItHasEnded() {
    VerificationId id = ask(3);

    assertEquals(new NoMatch(2), client.confirm(id, CODE));
    assertEquals(VerificationState.CONSENTED, client.get(id).state());
    assertEquals(new NoMatch(1), client.confirm(id, CODE, 1980));
    assertEquals(new NoMatch(0), client.confirm(id, CODE, 1990));
    assertEquals(VerificationState.NO_MATCH, client.get(id).state());
    assertEquals(new NoMatch(0), client.confirm(id, CODE, 1990));
  }

  @Test
  void confirm_namesakes_areToldApartByTheYear() {
    VerificationId id = ask(4);

    assertEquals(new NoMatch(2), client.confirm(id, CODE));
    assertEquals(1, client.confirm(id, CODE, 1990).completedOrThrow().answer().status().value());
  }

  @Test
  void confirm_wrongCodes_areCountedUntilItIsLocked() {
    VerificationId id = ask(5);

    assertEquals(new CodeWrong(2), client.confirm(id, CODE));
    assertEquals(new CodeWrong(1), client.confirm(id, CODE));
    assertEquals(new CodeWrong(0), client.confirm(id, CODE));
    assertEquals(new Locked(), client.confirm(id, CODE));
    assertEquals(new Locked(), client.sendCodeAgain(id));
  }

  @Test
  void ask_whereNoSmsCanBeSent_saysSoAtOnce() {
    assertInstanceOf(SmsUnavailable.class, client.ask(question(7)));
  }

  @Test
  void confirm_expired_hasEnded() {
    VerificationId id = ask(8);

    assertEquals(new Ended(Ended.Why.EXPIRED), client.confirm(id, CODE));
    assertEquals(VerificationState.EXPIRED, client.get(id).state());
  }

  @Test
  void sendCodeAgain_tooSoon_saysWhenAgain() {
    TooManySends refused = assertInstanceOf(TooManySends.class, client.sendCodeAgain(ask(2)));

    Duration wait = refused.retryAfter().orElseThrow();
    assertTrue(wait.toSeconds() > 0 && wait.toSeconds() <= 30, wait.toString());
  }

  @Test
  void cancel_waiting_endsIt() {
    VerificationId id = ask(2);

    assertEquals(new Cancelled(), client.cancel(id));
    assertEquals(new Ended(Ended.Why.NOT_WAITING), client.cancel(id));
    assertEquals(new Ended(Ended.Why.NOT_WAITING), client.sendCodeAgain(id));
    assertEquals(new Ended(Ended.Why.NOT_WAITING), client.confirm(id, CODE));
    assertEquals(VerificationState.CANCELLED, client.get(id).state());
  }

  @Test
  void ask_againWithItsKey_isTheSameVerification() {
    IdempotencyKey once = IdempotencyKey.random();

    VerificationId id = client.ask(question(2), once).askedOrThrow().id();

    assertEquals(id, client.ask(question(2), once).askedOrThrow().id());
    assertEquals(
        "idempotency-conflict",
        assertThrows(ProblemException.class, () -> client.ask(question(1), once)).code());
  }

  @Test
  void list_goesFromPageToPage() {
    String reference = "client " + UUID.randomUUID();
    List<VerificationId> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      asked.add(0, client.ask(question(2).withReference(reference)).askedOrThrow().id());
    }
    HistoryFilter filter = HistoryFilter.all().withReference(reference).withPageSize(2);

    List<VerificationId> listed = new ArrayList<>();
    client.listAll(filter).forEach(one -> listed.add(one.id()));
    HistoryPage last = client.list(filter).next().orElseThrow().next().orElseThrow();

    assertEquals(asked, listed);
    assertEquals(1, last.items().size());
    assertFalse(last.hasNext());
    assertFalse(client.listAll(filter.withState(VerificationState.COMPLETED)).iterator().hasNext());
  }

  @Test
  void problems_areThrownWithTheirCode(RunningServer server) {
    assertEquals(
        "purpose-not-approved",
        assertThrows(
                ProblemException.class,
                () -> client.ask(Question.about("+915555500002", "Asha", "rail-boarding")))
            .code());
    ProblemException invalid =
        assertThrows(
            ProblemException.class,
            () -> client.ask(Question.about("+915555500002", "123", hotel.purpose())));
    assertEquals("invalid-request", invalid.code());
    assertEquals("/name", invalid.errors().get(0).pointer());
    assertTrue(invalid.requestId().isPresent());
    assertEquals(
        "verification-not-found",
        assertThrows(ProblemException.class, () -> server.client(hotel.liveKey()).get(ask(2)))
            .code());
    assertEquals(Optional.empty(), server.client(hotel.testKey()).get(ask(2)).answer());
  }

  @Test
  void statement_isShownAsQrCode_andCheckedByTheServer() {
    VerificationId id = client.ask(question(1).withNonce("c2b7-9f31-aa04")).askedOrThrow().id();
    String statement = client.confirm(id, CODE).completedOrThrow().answer().statement();

    byte[] png = client.statementPng(id);
    assertEquals("PNG", new String(png, 1, 3, StandardCharsets.US_ASCII));
    assertTrue(client.statementSvg(id).contains("<svg"));

    StatementCheck check =
        client.checkStatement(statement, Optional.of(hotel.id()), Optional.of("c2b7-9f31-aa04"));
    assertTrue(check.authentic());
    assertFalse(check.current());
    assertEquals(List.of("test-mode"), check.reasons());
    assertEquals(Optional.of(Mode.TEST), check.mode());
    assertEquals(1L, check.claims().get("status"));
    StatementCheck other =
        client.checkStatement(statement + "x", Optional.empty(), Optional.empty());
    assertFalse(other.authentic());
    assertEquals(1, other.reasons().size());
  }

  private VerificationId ask(int person) {
    return client.ask(question(person)).askedOrThrow().id();
  }

  private Question question(int person) {
    return Question.about("+91555550000" + person, "Asha Test", hotel.purpose());
  }
}
