package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.otp.entity.BudgetLimit.Kind;
import org.kycvs.otp.entity.BudgetLimit.Scope;
import org.kycvs.otp.entity.BudgetRefusal;
import org.kycvs.registry.boundary.TestPeople;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.CountedCodes;
import org.kycvs.testing.Guesser;
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

/** How many wrong codes are compared for a mobile, over all verifications. */
class WrongCodeBudgetsIT extends InContainer {
  private static final Duration INSTANT = Duration.ofNanos(1_000);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);
  private static final int OF_ONE = 10;

  /** So many messages, of 15, that no limit of sends gets in the way of six verifications. */
  private static final int MESSAGES = 6;

  @Inject private Journey journey;
  @Inject private Guesser guesser;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make().maySend(MESSAGES);
    asha = RegisteredPerson.vaccinated();
    TestClock.INSTANCE.stop();
  }

  @Test
  void confirm_tenWrongCodesCame_comparesNoneNotEvenTheRightOne() {
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);
    guesser.haveCompared(organisation, asha.mobile(), OF_ONE);

    assertEquals(refused(Scope.ORGANISATION, DAY), journey.confirm(organisation, id, code));
    assertEquals(refused(Scope.ORGANISATION, DAY), guesser.guess(organisation, id));

    assertEquals(3, journey.look(organisation, id).code().orElseThrow().triesLeft());
    assertEquals(OF_ONE, CountedCodes.wrongCodes(asha.mobile()));
    String entry = "{\"limit\":\"wrong-codes\",\"of\":\"organisation-and-mobile\"}";
    assertEquals(
        List.of(entry, entry),
        OwnerDatabase.lines(
            """
            SELECT convert_from(leaf, 'UTF8')::json -> 'data' FROM audit_entry
            WHERE act = 'code-not-compared' AND subject = ?
            """,
            id.value()));
  }

  @Test
  void confirm_tenWrongCodesCame_endsADayAfterTheFirst() {
    Instant first = TestClock.INSTANCE.instant();
    guesser.haveCompared(organisation, asha.mobile(), 1);
    TestClock.INSTANCE.advance(HOUR);
    guesser.haveCompared(organisation, asha.mobile(), OF_ONE - 1);

    TestClock.INSTANCE.stopAt(first.plus(DAY).minus(INSTANT));
    assertEquals(
        refusedToSend(Scope.ORGANISATION, Duration.ofSeconds(1)),
        journey.tryToAsk(organisation, asha.mobile()));
    TestClock.INSTANCE.stopAt(first.plus(DAY));
    VerificationId id = journey.asked(organisation, asha);
    assertEquals(new CodeWrong(2), guesser.guess(organisation, id));
    assertEquals(refused(Scope.ORGANISATION, HOUR), guesser.guess(organisation, id));
  }

  @Test
  void askAndSendAgain_tenWrongCodesCame_sendNothing() {
    VerificationId id = journey.asked(organisation, asha);
    guesser.haveCompared(organisation, asha.mobile(), OF_ONE);
    TestClock.INSTANCE.advance(Duration.ofMinutes(1));
    int sends = CountedCodes.sends(asha.mobile());

    Sending refusal = refusedToSend(Scope.ORGANISATION, DAY.minusMinutes(1));
    assertEquals(refusal, journey.tryToAsk(organisation, asha.mobile()));
    assertEquals(refusal, journey.tryToSendAgain(organisation, id));
    assertEquals(sends, CountedCodes.sends(asha.mobile()));
  }

  @Test
  void confirm_ended_saysHowBeforeBudgetsAreLookedAt() {
    VerificationId completed = journey.asked(organisation, asha);
    assertInstanceOf(
        Completed.class, journey.confirm(organisation, completed, journey.codeOf(completed)));
    VerificationId locked = journey.asked(organisation, asha);
    for (int left = 2; left >= 0; left--) {
      assertEquals(new CodeWrong(left), guesser.guess(organisation, locked));
    }
    VerificationId late = journey.asked(organisation, asha);
    guesser.haveCompared(organisation, asha.mobile(), OF_ONE - 3);

    assertEquals(new AlreadyCompleted(), guesser.guess(organisation, completed));
    assertEquals(new Locked(), guesser.guess(organisation, locked));
    assertEquals(refused(Scope.ORGANISATION, DAY), guesser.guess(organisation, late));
    TestClock.INSTANCE.advance(Duration.ofMinutes(10));
    assertEquals(new Expired(), guesser.guess(organisation, late));
  }

  @Test
  void confirm_rightCodeAfterWrongOnes_givesNothingBack() {
    VerificationId id = journey.asked(organisation, asha);
    guesser.haveCompared(organisation, asha.mobile(), OF_ONE - 1);
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, journey.codeOf(id)));

    VerificationId next = journey.asked(organisation, asha);
    assertEquals(new CodeWrong(2), guesser.guess(organisation, next));
    assertEquals(refused(Scope.ORGANISATION, DAY), guesser.guess(organisation, next));
  }

  @Test
  void confirm_wrongCodesAfterConsent_countToo() {
    VerificationId id =
        journey
            .ask(organisation, Mode.LIVE, Journey.question(asha.mobile(), "Someone Else"))
            .verification()
            .id();
    assertEquals(new NoMatch(2), journey.confirm(organisation, id, journey.codeOf(id)));
    assertEquals(new CodeWrong(2), guesser.guess(organisation, id));
    assertEquals(1, CountedCodes.wrongCodes(asha.mobile()));
  }

  @Test
  void confirm_lateCode_isNotCounted() {
    VerificationId id = journey.asked(organisation, asha);
    TestClock.INSTANCE.advance(Duration.ofMinutes(5));
    assertEquals(new CodeExpired(), guesser.guess(organisation, id));
    assertEquals(0, CountedCodes.wrongCodes(asha.mobile()));
  }

  @Test
  void confirm_oneOrganisationGuessed_othersAreUnharmed() {
    guesser.haveCompared(organisation, asha.mobile(), OF_ONE);
    TestClock.INSTANCE.advance(Duration.ofMinutes(10));
    AskingOrganisation other = AskingOrganisation.make();
    VerificationId id = journey.asked(other, asha);
    assertInstanceOf(Completed.class, journey.confirm(other, id, journey.codeOf(id)));
  }

  @Test
  void confirm_twentyWrongCodesOverAll_refusesEveryOrganisationToTheFullHour() {
    AskingOrganisation other = AskingOrganisation.make().maySend(MESSAGES);
    AskingOrganisation third = AskingOrganisation.make();
    Instant first = TestClock.INSTANCE.instant();
    guesser.haveCompared(organisation, asha.mobile(), OF_ONE);
    TestClock.INSTANCE.advance(Duration.ofMinutes(10));
    VerificationId id = journey.asked(third, asha);
    String code = journey.codeOf(id);
    guesser.haveCompared(other, asha.mobile(), OF_ONE);

    assertEquals(refused(Scope.MOBILE, DAY), journey.confirm(third, id, code));
    TestClock.INSTANCE.advance(Duration.ofMinutes(50));
    assertEquals(
        refusedToSend(Scope.MOBILE, DAY.minus(HOUR)), journey.tryToAsk(third, asha.mobile()));
    TestClock.INSTANCE.stopAt(first.plus(DAY));
    VerificationId next = journey.asked(third, asha);
    assertInstanceOf(Completed.class, journey.confirm(third, next, journey.codeOf(next)));
  }

  @Test
  void confirm_nothingCountedSoFar_countsAllTheSame() {
    VerificationId id = journey.asked(organisation, asha);
    CountedCodes.forget(asha.mobile());
    assertEquals(new CodeWrong(2), guesser.guess(organisation, id));
    assertEquals(1, CountedCodes.wrongCodes(asha.mobile()));
  }

  @Test
  void confirm_testPeople_neverRunOutOfWrongCodes() {
    MobileNumber testPerson = TestPeople.mobile("+915555500005").orElseThrow();
    for (int verification = 0; verification < 8; verification++) {
      VerificationId id =
          journey
              .ask(organisation, Mode.TEST, Journey.question(testPerson, "Anybody"))
              .verification()
              .id();
      for (int left = 2; left >= 0; left--) {
        assertEquals(
            new CodeWrong(left),
            journey.confirm(organisation, Mode.TEST, id, "246810", OptionalInt.empty()));
      }
    }
    assertEquals(0, CountedCodes.wrongCodes(testPerson));
  }

  private static Confirmation refused(Scope scope, Duration retryAfter) {
    return new Confirmation.OverBudget(new BudgetRefusal(Kind.WRONG_CODES, scope, retryAfter));
  }

  private static Sending refusedToSend(Scope scope, Duration retryAfter) {
    return new Sending.OverBudget(new BudgetRefusal(Kind.WRONG_CODES, scope, retryAfter));
  }
}
