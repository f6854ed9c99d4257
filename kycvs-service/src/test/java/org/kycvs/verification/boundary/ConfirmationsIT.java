package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.AlreadyCompleted;
import org.kycvs.verification.boundary.Confirmation.CodeExpired;
import org.kycvs.verification.boundary.Confirmation.CodeWrong;
import org.kycvs.verification.boundary.Confirmation.Completed;
import org.kycvs.verification.boundary.Confirmation.Expired;
import org.kycvs.verification.boundary.Confirmation.Locked;
import org.kycvs.verification.boundary.Confirmation.NoMatch;
import org.kycvs.verification.boundary.Confirmation.NotWaiting;
import org.kycvs.verification.entity.VerificationState;

/** What becomes of codes, in the container's transactions. */
class ConfirmationsIT extends InContainer {
  private static final Duration INSTANT = Duration.ofNanos(1_000);
  private static final int MANY = 1_000;
  private static final int THREADS = 32;

  @Inject private Journey journey;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @Test
  void confirm_rightCode_completesAndErasesCodeAndPerson() {
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);

    Completed completed =
        assertInstanceOf(Completed.class, journey.confirm(organisation, id, code));

    assertEquals(VerificationState.COMPLETED, completed.view().state());
    assertEquals(2, completed.view().verification().answer().orElseThrow().status());
    assertEquals("COMPLETED", stateOf(id));
    assertNothingIsKeptOf(id);
    assertEquals("ENDED", challenge("state", id));
    assertEquals(
        "GIVEN",
        OwnerDatabase.line("SELECT state FROM consent WHERE verification_id = ?", id.value()));
    assertEquals("1", count("consent_receipt", id));
  }

  @Test
  void confirm_wrongCode_isCountedThoughTheCallFails() {
    VerificationId id = journey.asked(organisation, asha);
    String wrong = Journey.otherThan(journey.codeOf(id));

    assertEquals(new CodeWrong(2), journey.confirm(organisation, id, wrong));

    assertEquals("2", challenge("tries_left", id));
    assertEquals(2, journey.look(organisation, id).code().orElseThrow().triesLeft());
    assertEquals(new CodeWrong(1), journey.confirm(organisation, id, wrong));
  }

  @Test
  void confirm_thirdWrongCode_locksTheVerification() {
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);
    for (int triesLeft = 2; triesLeft >= 0; triesLeft--) {
      assertEquals(
          new CodeWrong(triesLeft), journey.confirm(organisation, id, Journey.otherThan(code)));
    }

    assertEquals(VerificationState.LOCKED, journey.look(organisation, id).state());
    assertEquals("LOCKED", challenge("state", id));
    assertNothingIsKeptOf(id);
    assertEquals(new Locked(), journey.confirm(organisation, id, code));
    assertEquals("0", count("consent", id));
  }

  @Test
  void confirm_rightCodeFiftyTimesAtOnce_completesOnce() {
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);

    List<Confirmation> results = AtOnce.call(50, () -> journey.confirm(organisation, id, code));

    assertEquals(1, results.stream().filter(Completed.class::isInstance).count());
    assertEquals(49, Collections.frequency(results, new AlreadyCompleted()));
    assertEquals("1", count("consent_receipt", id));
    assertEquals(List.of("statement-signed"), acts(id, "statement-signed"));
  }

  @Test
  void confirm_aThousandWrongCodesAtOnce_comparesThree() {
    VerificationId id = journey.asked(organisation, asha);
    String wrong = Journey.otherThan(journey.codeOf(id));

    List<Confirmation> results =
        AtOnce.call(MANY, THREADS, () -> journey.confirm(organisation, id, wrong));

    assertEquals(
        Stream.of(new CodeWrong(0), new CodeWrong(1), new CodeWrong(2)).collect(Collectors.toSet()),
        results.stream().filter(CodeWrong.class::isInstance).collect(Collectors.toSet()));
    assertEquals(MANY - 3, Collections.frequency(results, new Locked()));
    assertEquals(3, acts(id, "code-refused").size());
    assertEquals("LOCKED", stateOf(id));
  }

  @Test
  void confirm_nobodyFits_isTakenTwiceMoreThenNeverAgain() {
    VerificationId id =
        journey
            .ask(organisation, Mode.LIVE, Journey.question(asha.mobile(), "Someone Else"))
            .verification()
            .id();
    String code = journey.codeOf(id);

    assertEquals(new NoMatch(2), journey.confirm(organisation, id, code));
    assertEquals(VerificationState.CONSENTED, journey.look(organisation, id).state());
    assertEquals("REDEEMED", challenge("state", id));
    assertEquals("null", challenge("sealed_code", id));
    assertEquals(new NoMatch(1), journey.confirm(organisation, id, code, 1985));
    assertEquals(new NoMatch(0), journey.confirm(organisation, id, code, 1986));

    assertEquals("NO_MATCH", stateOf(id));
    assertNothingIsKeptOf(id);
    assertEquals(new NoMatch(0), journey.confirm(organisation, id, code, 1985));
    assertEquals(1, acts(id, "consent-given").size());
    assertEquals(1, acts(id, "code-redeemed").size());
    assertEquals(3, acts(id, "no-match-found").size());
    assertEquals("0", count("consent_receipt", id));
  }

  @Test
  void confirm_wrongCodesAfterConsent_countAndLockToo() {
    VerificationId id =
        journey
            .ask(organisation, Mode.LIVE, Journey.question(asha.mobile(), "Someone Else"))
            .verification()
            .id();
    String code = journey.codeOf(id);
    assertEquals(new NoMatch(2), journey.confirm(organisation, id, code));
    String wrong = Journey.otherThan(code);

    assertEquals(new CodeWrong(2), journey.confirm(organisation, id, wrong));
    assertEquals(new NoMatch(1), journey.confirm(organisation, id, code));
    assertEquals(new CodeWrong(1), journey.confirm(organisation, id, wrong));
    assertEquals(new CodeWrong(0), journey.confirm(organisation, id, wrong));

    assertEquals("LOCKED", stateOf(id));
    assertNothingIsKeptOf(id);
    assertEquals(new Locked(), journey.confirm(organisation, id, code));
  }

  @Test
  void confirm_namesakesShareTheMobile_yearOfBirthDecides() {
    MobileNumber shared = RegisteredPerson.freshMobile();
    RegisteredPerson elder = RegisteredPerson.on(shared, "Meera Nair", 1960, 2);
    RegisteredPerson.on(shared, "Meera Nair", 1990, 1);
    VerificationId undecided = journey.asked(organisation, elder);
    String code = journey.codeOf(undecided);

    assertEquals(new NoMatch(2), journey.confirm(organisation, undecided, code));
    assertEquals(1, status(journey.confirm(organisation, undecided, code, 1990)));
    VerificationId other = journey.asked(organisation, elder);
    assertEquals(2, status(journey.confirm(organisation, other, journey.codeOf(other), 1960)));
  }

  @Test
  void confirm_codeOfAnotherVerification_isWrong() {
    VerificationId one = journey.asked(organisation, asha);
    VerificationId other = journey.asked(organisation, asha);
    String codeOfOne = journey.codeOf(one);
    assertNotEquals(codeOfOne, journey.codeOf(other), "One in a million: run it again");

    assertEquals(new CodeWrong(2), journey.confirm(organisation, other, codeOfOne));
    assertInstanceOf(Completed.class, journey.confirm(organisation, one, codeOfOne));
  }

  @Test
  void confirm_atTheInstantOfTheCodesExpiry_isNeitherTakenNorCounted() {
    VerificationView asked = journey.ask(organisation, asha);
    VerificationId id = asked.verification().id();
    String code = journey.codeOf(id);
    Instant expiry = asked.code().orElseThrow().codeExpiresAt();

    TestClock.INSTANCE.stopAt(expiry);
    assertEquals(new CodeExpired(), journey.confirm(organisation, id, code));
    assertEquals(new CodeExpired(), journey.confirm(organisation, id, Journey.otherThan(code)));
    assertEquals("3", challenge("tries_left", id));
  }

  @Test
  void confirm_justBeforeTheCodesExpiry_isTaken() {
    VerificationView asked = journey.ask(organisation, asha);
    VerificationId id = asked.verification().id();
    String code = journey.codeOf(id);

    TestClock.INSTANCE.stopAt(asked.code().orElseThrow().codeExpiresAt().minus(INSTANT));
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, code));
  }

  @Test
  void confirm_atTheInstantOfTheVerificationsExpiry_isExpired() {
    VerificationView asked = journey.ask(organisation, asha);
    VerificationId id = asked.verification().id();
    String code = codeThatOutlives(id);

    TestClock.INSTANCE.stopAt(asked.verification().expiresAt());
    assertEquals(new Expired(), journey.confirm(organisation, id, code));
    assertEquals("0", count("consent", id));
  }

  @Test
  void confirm_justBeforeTheVerificationsExpiry_completes() {
    VerificationView asked = journey.ask(organisation, asha);
    VerificationId id = asked.verification().id();
    String code = codeThatOutlives(id);

    TestClock.INSTANCE.stopAt(asked.verification().expiresAt().minus(INSTANT));
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, code));
  }

  @Test
  void confirm_timeRunsOutMeanwhile_isAllOrNothing() {
    for (int before = 1; before <= 8; before++) {
      asha = RegisteredPerson.vaccinated();
      VerificationView asked = journey.ask(organisation, asha);
      VerificationId id = asked.verification().id();
      String code = codeThatOutlives(id);
      TestClock.INSTANCE.stopAt(
          asked.verification().expiresAt().minus(INSTANT.multipliedBy(before)));
      TestClock.INSTANCE.tickWhenLookedAt();
      Confirmation result = journey.confirm(organisation, id, code);
      TestClock.INSTANCE.goOn();

      boolean isCompleted = result instanceof Completed;
      assertEquals(isCompleted ? result : new Expired(), result);
      assertEquals(isCompleted ? 1 : 0, acts(id, "code-redeemed").size(), "µs before: " + before);
      assertEquals(isCompleted ? "1" : "0", count("consent", id));
    }
  }

  @Test
  void confirm_withAnotherOrganisationsOrModesKey_isNotFound() {
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);

    assertNotFound(AskingOrganisation.make(), Mode.LIVE, id, code);
    assertNotFound(organisation, Mode.TEST, id, code);
    assertEquals("3", challenge("tries_left", id));
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, code));
  }

  @Test
  void confirm_cancelled_isNotWaiting() {
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);
    journey.cancel(organisation, id);

    assertEquals(new NotWaiting(), journey.confirm(organisation, id, code));
  }

  private void assertNotFound(
      AskingOrganisation caller, Mode mode, VerificationId id, String code) {
    ProblemException problem =
        assertThrows(
            ProblemException.class,
            () -> journey.confirm(caller, mode, id, code, OptionalInt.empty()));
    assertEquals(ProblemCode.VERIFICATION_NOT_FOUND, problem.code());
  }

  /** A code lives five minutes, a verification ten: one that was sent after six minutes. */
  private String codeThatOutlives(VerificationId id) {
    String first = journey.codeOf(id);
    TestClock.INSTANCE.advance(Duration.ofMinutes(6));
    assertEquals(1, journey.sendAgain(organisation, id).code().orElseThrow().sendsLeft());
    String second = journey.messages(id, 2).get(1).code();
    assertNotEquals(first, second, "One in a million: run it again");
    return second;
  }

  private static int status(Confirmation confirmation) {
    return assertInstanceOf(Completed.class, confirmation)
        .view()
        .verification()
        .answer()
        .orElseThrow()
        .status();
  }

  /** The mobile of an answered one goes when the person's second message has left. */
  private static void assertNothingIsKeptOf(VerificationId id) {
    assertEquals("null", challenge("code_hash", id));
    assertEquals("null", challenge("sealed_code", id));
    assertEquals(
        "t",
        OwnerDatabase.line(
            "SELECT sealed_name IS NULL FROM verification WHERE id = ?", id.value()));
    Eventually.isTrue(
        () ->
            OwnerDatabase.line(
                    "SELECT sealed_mobile IS NULL FROM verification WHERE id = ?", id.value())
                .equals("t"));
  }

  private static String stateOf(VerificationId id) {
    return OwnerDatabase.line("SELECT state FROM verification WHERE id = ?", id.value());
  }

  private static String challenge(String column, VerificationId id) {
    return OwnerDatabase.line(
        "SELECT " + column + " FROM otp_challenge WHERE verification_id = ?", id.value());
  }

  private static String count(String table, VerificationId id) {
    return OwnerDatabase.line(
        "SELECT count(*) FROM " + table + " WHERE verification_id = ?", id.value());
  }

  private static List<String> acts(VerificationId id, String act) {
    return OwnerDatabase.lines(
        "SELECT act FROM audit_entry WHERE subject = ? AND act = ?", id.value(), act);
  }
}
