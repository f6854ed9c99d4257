package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.entity.VerificationState;

/** How many messages a mobile gets, over all verifications. */
class SendBudgetsIT extends InContainer {
  private static final Duration INSTANT = Duration.ofNanos(1_000);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);

  @Inject private Journey journey;
  @Inject private UserTransaction transaction;

  private AskingOrganisation organisation;
  private MobileNumber mobile;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    mobile = RegisteredPerson.freshMobile();
    TestClock.INSTANCE.stop();
  }

  @Test
  void ask_threeInTenMinutes_nextWhenTheFirstIsTenMinutesOld() {
    Instant first = TestClock.INSTANCE.instant();
    for (int i = 0; i < 3; i++) {
      ask();
      TestClock.INSTANCE.advance(MINUTE);
    }

    assertEquals(refusal(Scope.ORGANISATION, Duration.ofMinutes(7)), tryToAsk());
    TestClock.INSTANCE.stopAt(first.plus(TEN_MINUTES).minus(INSTANT));
    assertEquals(refusal(Scope.ORGANISATION, Duration.ofSeconds(1)), tryToAsk());
    TestClock.INSTANCE.stopAt(first.plus(TEN_MINUTES));
    ask();
    assertEquals(refusal(Scope.ORGANISATION, MINUTE), tryToAsk());
  }

  @Test
  void ask_sixInADay_nextWhenTheFirstIsADayOld() {
    Instant first = TestClock.INSTANCE.instant();
    for (int i = 0; i < 6; i++) {
      ask();
      TestClock.INSTANCE.advance(TEN_MINUTES);
    }

    assertEquals(refusal(Scope.ORGANISATION, DAY.minus(HOUR)), tryToAsk());
    TestClock.INSTANCE.stopAt(first.plus(DAY).minus(INSTANT));
    assertEquals(refusal(Scope.ORGANISATION, Duration.ofSeconds(1)), tryToAsk());
    TestClock.INSTANCE.stopAt(first.plus(DAY));
    ask();
    assertEquals(refusal(Scope.ORGANISATION, TEN_MINUTES), tryToAsk());
  }

  @Test
  void ask_refused_keepsNothingButTheRefusal() {
    for (int i = 0; i < 3; i++) {
      ask();
    }
    assertEquals(refusal(Scope.ORGANISATION, TEN_MINUTES), tryToAsk());

    String id = organisation.id().value();
    assertEquals(
        "3", OwnerDatabase.line("SELECT count(*) FROM verification WHERE organisation_id = ?", id));
    assertEquals(3, CountedCodes.sends(mobile));
    assertEquals(
        List.of("{\"limit\":\"sends\",\"of\":\"organisation-and-mobile\"}"),
        OwnerDatabase.lines(
            """
            SELECT convert_from(leaf, 'UTF8')::json -> 'data' FROM audit_entry
            WHERE act = 'send-refused' AND subject = ?
            """,
            id));
  }

  @Test
  void sendAgain_sharesTheBudgetWithOtherVerifications() {
    VerificationId first = ask();
    ask();
    TestClock.INSTANCE.advance(MINUTE);
    assertEquals(1, journey.sendAgain(organisation, first).code().orElseThrow().sendsLeft());
    TestClock.INSTANCE.advance(MINUTE);

    Duration wait = Duration.ofMinutes(8);
    assertEquals(refusal(Scope.ORGANISATION, wait), tryToAsk());
    assertEquals(refusal(Scope.ORGANISATION, wait), journey.tryToSendAgain(organisation, first));
    assertEquals(
        1, journey.look(organisation, first).code().orElseThrow().sendsLeft(), "It costs no send");
  }

  @Test
  void ask_otherOrganisations_areRefusedOnlyByTheLimitOverAll() {
    AskingOrganisation other = AskingOrganisation.make();
    AskingOrganisation third = AskingOrganisation.make();
    for (int i = 0; i < 3; i++) {
      ask();
    }
    for (int i = 0; i < 3; i++) {
      TestClock.INSTANCE.advance(MINUTE);
      assertInstanceOf(Sending.Accepted.class, journey.tryToAsk(other, mobile));
    }

    assertEquals(refusal(Scope.MOBILE, HOUR), journey.tryToAsk(third, mobile));
    TestClock.INSTANCE.advance(Duration.ofMinutes(7));
    assertInstanceOf(Sending.Accepted.class, journey.tryToAsk(third, mobile));
  }

  @Test
  void ask_fifteenOverAllInOneDay_isRefusedToTheFullHour() {
    Instant first = TestClock.INSTANCE.instant();
    List<AskingOrganisation> several = Stream.generate(AskingOrganisation::make).limit(5).toList();
    for (AskingOrganisation each : several) {
      for (int i = 0; i < 3; i++) {
        assertInstanceOf(Sending.Accepted.class, journey.tryToAsk(each, mobile));
      }
      TestClock.INSTANCE.advance(TEN_MINUTES);
    }

    assertEquals(refusal(Scope.MOBILE, DAY), tryToAsk());
    assertEquals(refusal(Scope.MOBILE, DAY), journey.tryToAsk(several.get(0), mobile));
    TestClock.INSTANCE.stopAt(first.plus(DAY).minus(INSTANT));
    assertEquals(refusal(Scope.MOBILE, HOUR), tryToAsk());
    TestClock.INSTANCE.stopAt(first.plus(DAY));
    ask();
  }

  @Test
  void ask_organisationWithLimitsOfItsOwn_hasTheseButNotMoreThanAllTogether() {
    organisation.maySend(20);
    for (int i = 0; i < 6; i++) {
      ask();
    }
    assertEquals(refusal(Scope.MOBILE, HOUR), tryToAsk());
    organisation.maySend(1);
    mobile = RegisteredPerson.freshMobile();
    ask();
    assertEquals(refusal(Scope.ORGANISATION, DAY), tryToAsk());
  }

  @Test
  void ask_rolledBack_isNotCounted() throws Exception {
    transaction.begin();
    ask();
    transaction.rollback();
    assertEquals(0, CountedCodes.sends(mobile));
  }

  @Test
  void ask_countsNowhereButInTheDatabase() {
    for (int i = 0; i < 3; i++) {
      ask();
    }
    assertEquals(refusal(Scope.ORGANISATION, TEN_MINUTES), tryToAsk());
    CountedCodes.forget(mobile);
    ask();
  }

  @Test
  void ask_testPeople_asOftenAsOneLikes() {
    MobileNumber testPerson = TestPeople.mobile("+915555500002").orElseThrow();
    for (int i = 0; i < 20; i++) {
      assertEquals(
          VerificationState.AWAITING_CODE,
          journey.ask(organisation, Mode.TEST, Journey.question(testPerson, "Anybody")).state());
    }
    assertEquals(0, CountedCodes.sends(testPerson));
  }

  private VerificationId ask() {
    return assertInstanceOf(Sending.Accepted.class, tryToAsk()).view().verification().id();
  }

  private Sending tryToAsk() {
    return journey.tryToAsk(organisation, mobile);
  }

  private static Sending refusal(Scope scope, Duration retryAfter) {
    return new Sending.OverBudget(new BudgetRefusal(Kind.SENDS, scope, retryAfter));
  }
}
