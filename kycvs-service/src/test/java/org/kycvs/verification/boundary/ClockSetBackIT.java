package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.CodeExpired;
import org.kycvs.verification.boundary.Confirmation.Completed;

/** The clock is set back by an hour while the service runs: no code lives longer for it. */
class ClockSetBackIT extends InContainer {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject private Journey journey;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;
  private boolean isSetBack;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  /** Others rely on a clock that goes forward. */
  @AfterEach
  void bringForward() {
    if (isSetBack) {
      TestClock.INSTANCE.advance(HOUR);
    }
  }

  @Test
  void confirm_codeIssuedBefore_isNeitherTakenNorCounted() {
    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);

    setBack();

    assertEquals(new CodeExpired(), journey.confirm(organisation, id, code));
    assertEquals(new CodeExpired(), journey.confirm(organisation, id, Journey.otherThan(code)));
    TestClock.INSTANCE.advance(HOUR.minus(MINUTE));
    assertEquals(new CodeExpired(), journey.confirm(organisation, id, code));
    assertEquals(
        "3",
        OwnerDatabase.line(
            "SELECT tries_left FROM otp_challenge WHERE verification_id = ?", id.value()));
    TestClock.INSTANCE.advance(MINUTE);
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, code));
    isSetBack = false; // an hour has passed since
  }

  @Test
  void ask_aboutTheSamePersonAfterwards_isServed() {
    VerificationId before = journey.asked(organisation, asha);
    String unused = journey.codeOf(before);

    setBack();

    VerificationId id = journey.asked(organisation, asha);
    String code = journey.codeOf(id);
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, code));
    assertEquals(6, unused.length());
  }

  @Test
  void ask_sendsUsedUpBefore_areFreeAgainAfterTheJumpAndTheirTenMinutes() {
    TestClock.INSTANCE.stop();
    Instant first = TestClock.INSTANCE.instant();
    for (int i = 0; i < 3; i++) {
      assertInstanceOf(Sending.Accepted.class, journey.tryToAsk(organisation, asha.mobile()));
    }

    setBack();

    assertInstanceOf(Sending.OverBudget.class, journey.tryToAsk(organisation, asha.mobile()));
    TestClock.INSTANCE.stopAt(first.plus(TEN_MINUTES));
    isSetBack = false;
    assertInstanceOf(Sending.Accepted.class, journey.tryToAsk(organisation, asha.mobile()));
  }

  private void setBack() {
    TestClock.INSTANCE.setBack(HOUR);
    isSetBack = true;
  }
}
