package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.client.statement.Expected;
import org.kycvs.client.statement.Reason;
import org.kycvs.client.statement.Recall;
import org.kycvs.client.statement.StatementChecker;
import org.kycvs.registry.boundary.TestPeople;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;

/** Anybody's statements against our own keys, clock and consents. */
class StatementChecksIT extends InContainer {
  private static final Duration MOMENT = Duration.ofNanos(1_000);
  private static final Expected ANY = Expected.anyAudience().anyNonce().live();

  @Inject private StatementChecks checks;
  @Inject private Journey journey;

  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
  }

  @AfterEach
  void goOn() {
    TestClock.INSTANCE.goOn();
  }

  @Test
  void check_ownStatement_isCurrentForItsAudience() {
    VerificationView answered = answered();

    StatementVerdict verdict =
        checks.check(
            statement(answered), Expected.audience(organisation.id().value()).anyNonce().live());

    assertTrue(verdict.authentic());
    assertTrue(verdict.current());
    assertEquals(Recall.CLEAR, verdict.recall());
    assertEquals("live", verdict.content().orElseThrow().mode());
    assertEquals(2, verdict.content().orElseThrow().status());
  }

  @Test
  void check_otherAudienceAndQuestion_saysBoth() {
    String statement = statement(answered());

    StatementVerdict verdict =
        checks.check(
            statement,
            Expected.audience(OrganisationId.random().value()).nonce("another-one").live());

    assertEquals(List.of(Reason.AUDIENCE_WRONG, Reason.NONCE_WRONG), verdict.reasons());
    assertTrue(verdict.authentic());
    assertFalse(verdict.current());
  }

  @Test
  void check_time_endsAtItsVeryInstant() {
    VerificationView answered = answered();
    String statement = statement(answered);
    Instant end =
        answered
            .verification()
            .answer()
            .orElseThrow()
            .statementExpiresAt()
            .plus(StatementChecker.CLOCK_SKEW);

    TestClock.INSTANCE.stopAt(end.minus(MOMENT));
    assertTrue(checks.check(statement, ANY).current());
    TestClock.INSTANCE.stopAt(end);
    StatementVerdict late = checks.check(statement, ANY);

    assertEquals(List.of(Reason.EXPIRED), late.reasons());
    assertEquals(2, late.content().orElseThrow().status());
  }

  @Test
  void check_consentWithdrawn_isRecalled() {
    VerificationView answered = answered();
    OwnerDatabase.execute(
        "UPDATE consent SET state = 'WITHDRAWN', withdrawn_at = now() WHERE verification_id = ?",
        answered.verification().id().value());

    StatementVerdict verdict = checks.check(statement(answered), ANY);

    assertEquals(Recall.RECALLED, verdict.recall());
    assertEquals(List.of(Reason.RECALLED), verdict.reasons());
  }

  @Test
  void check_testStatement_isNeverCurrent() {
    MobileNumber invented = TestPeople.mobile("+915555500002").orElseThrow();
    VerificationId id =
        journey
            .ask(organisation, Mode.TEST, Journey.question(invented, "Anybody"))
            .verification()
            .id();
    Confirmation.Completed done =
        assertInstanceOf(
            Confirmation.Completed.class,
            journey.confirm(organisation, Mode.TEST, id, "246810", OptionalInt.empty()));

    StatementVerdict verdict = checks.check(statement(done.view()), ANY);

    assertTrue(verdict.authentic());
    assertEquals("test", verdict.content().orElseThrow().mode());
    assertEquals(List.of(Reason.TEST_MODE), verdict.reasons());
    assertFalse(verdict.current());
  }

  private VerificationView answered() {
    RegisteredPerson asha = RegisteredPerson.vaccinated();
    VerificationId id = journey.asked(organisation, asha);
    return assertInstanceOf(
            Confirmation.Completed.class, journey.confirm(organisation, id, journey.codeOf(id)))
        .view();
  }

  private static String statement(VerificationView view) {
    return view.verification().answer().orElseThrow().statement();
  }
}
