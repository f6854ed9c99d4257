package org.kycvs.apikey.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.apikey.entity.CallAnswer;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Calls;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.TestClock;

/** Calls that are sent again: what is done, and what is answered. */
class IdempotentCallsIT extends InContainer {
  private static final Duration INSTANT = Duration.ofNanos(1_000);
  private static final Duration DAY = Duration.ofHours(24);
  private static final int ALL = 100_000;

  @Inject private IdempotentCalls calls;
  @Inject private AnswerExpiry expiry;
  @Inject private AuditLog audit;
  @Inject private UserTransaction transaction;

  private final AtomicInteger done = new AtomicInteger();
  private AskingOrganisation organisation;
  private NamedCall named;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    named = NamedCall.fresh();
  }

  @Test
  void answer_sentAgain_isTheSameToTheByteAndNothingIsDone() {
    Answered first = call(named);
    Answered second = call(named);

    assertFalse(first.replayed());
    assertTrue(second.replayed());
    assertEquals(first.answer().status(), second.answer().status());
    assertEquals(first.answer().headers(), second.answer().headers());
    assertEquals(first.answer().mediaType(), second.answer().mediaType());
    assertArrayEquals(first.answer().body(), second.answer().body());
    assertEquals(1, done.get());
    assertEquals(1, acts());
  }

  @Test
  void answer_withoutKey_isMadeEachTimeAndNotKept() {
    String before = OwnerDatabase.line("SELECT count(*) FROM kept_answer");
    for (int i = 1; i <= 2; i++) {
      Answered answered =
          calls.answer(Calls.with(organisation.live()), Optional.empty(), this::work);
      assertFalse(answered.replayed());
      assertEquals(i, acts());
    }
    assertEquals(before, OwnerDatabase.line("SELECT count(*) FROM kept_answer"));
  }

  @Test
  void answer_otherBody_isAConflictAndNothingIsDone() {
    call(named);
    assertProblem(ProblemCode.IDEMPOTENCY_CONFLICT, () -> call(named.withBody("{} ")));
    assertEquals(1, acts());
    assertTrue(call(named).replayed());
  }

  @Test
  void answer_otherScope_isAnotherCall() {
    AskingOrganisation other = AskingOrganisation.make();
    assertFalse(call(named).replayed());
    assertFalse(call(named.withPath("/api/v1/verifications/")).replayed());
    assertFalse(call(named.withMethod("PATCH")).replayed());
    assertFalse(call(organisation, Mode.TEST, named, this::work).replayed());
    assertFalse(call(other, Mode.LIVE, named, this::work).replayed());
    assertEquals(5, done.get());
  }

  @Test
  void answer_refusalThatIsReturned_isKeptWithWhatItCounted() {
    Function<KeyActor, CallAnswer> refused = answering(422);
    assertFalse(call(organisation, Mode.LIVE, named, refused).replayed());
    Answered again = call(organisation, Mode.LIVE, named, refused);
    assertTrue(again.replayed());
    assertEquals(422, again.answer().status());
    assertEquals(1, acts());
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503})
  void answer_thatSaysToComeAgain_isNotKeptButWhatItCountedIs(int status) {
    for (int i = 1; i <= 2; i++) {
      assertFalse(call(organisation, Mode.LIVE, named, answering(status)).replayed());
      assertEquals(i, acts());
      assertEquals(0, named.kept(organisation));
    }
  }

  @Test
  void answer_refusalThatIsThrown_didNothingAndIsNotKept() {
    assertProblem(
        ProblemCode.PURPOSE_NOT_APPROVED,
        () ->
            call(
                organisation,
                Mode.LIVE,
                named,
                caller -> {
                  work(caller);
                  throw new ProblemException(ProblemCode.PURPOSE_NOT_APPROVED, "Not yours.");
                }));
    assertEquals(0, acts());
    assertEquals(0, named.kept(organisation));
    assertFalse(call(named.withBody("mended")).replayed());
  }

  @Test
  void answer_after24Hours_isANewCall() {
    TestClock.INSTANCE.stop();
    Instant first = TestClock.INSTANCE.instant();
    call(named);
    TestClock.INSTANCE.stopAt(first.plus(DAY).minus(INSTANT));
    assertTrue(call(named).replayed());
    TestClock.INSTANCE.stopAt(first.plus(DAY));
    assertFalse(call(named.withBody("another")).replayed());
    assertTrue(call(named.withBody("another")).replayed());
    assertEquals(2, acts());
  }

  @Test
  void answer_afterTheClockWasSetBack_isReplayed() {
    Duration back = Duration.ofHours(1);
    call(named);
    TestClock.INSTANCE.setBack(back);
    try {
      assertTrue(call(named).replayed());
      assertFalse(call(NamedCall.fresh()).replayed());
    } finally {
      TestClock.INSTANCE.advance(back);
    }
    assertEquals(2, done.get());
  }

  @Test
  void forgetOld_after24Hours_removesTheRow() {
    TestClock.INSTANCE.stop();
    call(named);
    TestClock.INSTANCE.advance(DAY.minus(INSTANT));
    assertTrue(expiry.forgetOld(ALL) >= 0);
    assertEquals(1, named.kept(organisation));
    TestClock.INSTANCE.advance(INSTANT);
    assertTrue(expiry.forgetOld(ALL) >= 0);
    assertEquals(0, named.kept(organisation));
  }

  @Test
  void forgetOld_takesNoMoreThanItMay() {
    for (int i = 0; i < 5; i++) {
      call(NamedCall.fresh());
    }
    TestClock.INSTANCE.advance(DAY);
    assertTrue(expiry.forgetOld(2) <= 2);
  }

  @Test
  void answer_twoAtOnce_oneDoesItAndTheOtherIsToldToComeAgain() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Answered> first =
          other.submit(
              () ->
                  call(
                      organisation,
                      Mode.LIVE,
                      named,
                      caller -> {
                        begun.countDown();
                        await(goOn);
                        return work(caller);
                      }));
      await(begun);
      ProblemException refused = assertThrows(ProblemException.class, () -> call(named));
      assertEquals(ProblemCode.IDEMPOTENCY_IN_PROGRESS, refused.code());
      assertEquals(Map.of("retryAfter", 1), refused.members());
      assertFalse(call(NamedCall.fresh()).replayed(), "Other keys wait for nothing");
      goOn.countDown();
      Answered answered = first.get();
      Answered replay = call(named);
      assertTrue(replay.replayed());
      assertArrayEquals(answered.answer().body(), replay.answer().body());
      assertEquals(2, acts());
    } finally {
      goOn.countDown();
      other.shutdownNow();
    }
  }

  @Test
  void answer_twoReplaysAtOnce_bothGetIt() throws Exception {
    call(named);
    ExecutorService other = Executors.newSingleThreadExecutor();
    transaction.begin();
    try {
      assertTrue(call(named).replayed());
      assertTrue(other.submit(() -> call(named)).get().replayed());
    } finally {
      transaction.rollback();
      other.shutdownNow();
    }
  }

  /** What may happen when a call ends between another's look and its turn. */
  @Test
  void answer_otherKeptOneMeanwhile_isRolledBackAndToldToComeAgain() {
    assertProblem(
        ProblemCode.IDEMPOTENCY_IN_PROGRESS,
        () ->
            call(
                organisation,
                Mode.LIVE,
                named,
                caller -> {
                  OwnerDatabase.execute(
                      "INSERT INTO kept_answer VALUES (?, ?, '\\x00', now() + interval '1 year')",
                      named.scope(organisation).hash(),
                      named.scope(organisation).bodyHash());
                  return work(caller);
                }));
    assertEquals(1, done.get());
    assertEquals(0, acts());
    OwnerDatabase.execute(
        "DELETE FROM kept_answer WHERE scope_hash = ?", named.scope(organisation).hash());
  }

  @Test
  void answer_rolledBack_leavesNothing() throws Exception {
    transaction.begin();
    call(named);
    transaction.rollback();
    assertEquals(0, acts());
    assertEquals(0, named.kept(organisation));
    assertFalse(call(named).replayed());
  }

  @Test
  void answer_revokedSince_isNotReplayed() {
    call(named);
    organisation.revokeLiveKey();
    assertProblem(ProblemCode.API_KEY_REVOKED, () -> call(named));
  }

  @Test
  void answer_madeAnew_isWhatIsToBeSeenByThen() {
    Function<KeyActor, CallAnswer> first = caller -> work(caller).madeAnew();
    Function<KeyActor, CallAnswer> again = caller -> plain(200, "less");
    assertEquals("whole", text(call(first, again)));
    Answered second = call(first, again);
    assertTrue(second.replayed());
    assertEquals("less", text(second));
    assertEquals(1, acts());
  }

  @Test
  void answer_shownOnce_isNeitherKeptNorReplayed() {
    String secret = "whsec_" + "x".repeat(5_000);
    Function<KeyActor, CallAnswer> call = caller -> plain(201, secret).shownOnce();
    assertEquals(secret, text(call(organisation, Mode.LIVE, named, call)));
    assertProblem(ProblemCode.ALREADY_CREATED, () -> call(organisation, Mode.LIVE, named, call));
    assertProblem(
        ProblemCode.IDEMPOTENCY_CONFLICT,
        () -> call(organisation, Mode.LIVE, named.withBody("other"), call));
    assertTrue(
        Integer.parseInt(
                OwnerDatabase.line(
                    "SELECT octet_length(sealed_answer) FROM kept_answer WHERE scope_hash = ?",
                    named.scope(organisation).hash()))
            < 100);
  }

  private Answered call(NamedCall which) {
    return call(organisation, Mode.LIVE, which, this::work);
  }

  private Answered call(
      AskingOrganisation who, Mode mode, NamedCall which, Function<KeyActor, CallAnswer> call) {
    return calls.answer(Calls.with(who.key(mode)), which.once(), call);
  }

  private Answered call(
      Function<KeyActor, CallAnswer> call, Function<KeyActor, CallAnswer> lookAgain) {
    return calls.answer(Calls.with(organisation.live()), named.once(), call, lookAgain);
  }

  /** Something that leaves a trace in the database. */
  private CallAnswer work(KeyActor caller) {
    done.incrementAndGet();
    audit.record(caller, AuditAct.CODE_REFUSED, caller.organisation().value());
    return new CallAnswer(
        201,
        Map.of("Location", "https://kycvs.example/" + done.get()),
        "application/json",
        "whole".getBytes(StandardCharsets.UTF_8));
  }

  private Function<KeyActor, CallAnswer> answering(int status) {
    return caller -> {
      work(caller);
      return plain(status, "refused");
    };
  }

  private static CallAnswer plain(int status, String body) {
    return new CallAnswer(status, Map.of(), "text/plain", body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Answered answered) {
    return new String(answered.answer().body(), StandardCharsets.UTF_8);
  }

  private int acts() {
    return Integer.parseInt(
        OwnerDatabase.line(
            "SELECT count(*) FROM audit_entry WHERE subject = ?", organisation.id().value()));
  }

  private static void assertProblem(
      ProblemCode code, org.junit.jupiter.api.function.Executable call) {
    assertEquals(code, assertThrows(ProblemException.class, call).code());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
