package org.kycvs.otp.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.CountedCodes;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Sending;

/** Nothing is kept of a mobile that no budget needs any more. */
class BudgetExpiryIT extends InContainer {
  private static final Duration INSTANT = Duration.ofNanos(1_000);
  private static final Duration KEPT = Duration.ofHours(25);
  private static final int ALL = 100_000;

  @Inject private BudgetExpiry expiry;
  @Inject private Journey journey;

  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    TestClock.INSTANCE.stop();
  }

  @Test
  void forgetIdle_newestEventIsOldEnough_removesTheRow() {
    MobileNumber mobile = asked();
    Instant first = TestClock.INSTANCE.instant();
    TestClock.INSTANCE.advance(Duration.ofHours(1));
    send(mobile);

    TestClock.INSTANCE.stopAt(first.plus(KEPT).plusSeconds(3600).minus(INSTANT));
    assertTrue(expiry.forgetIdle(ALL) >= 0);
    assertEquals("1", rows(mobile));
    TestClock.INSTANCE.advance(INSTANT);
    assertTrue(expiry.forgetIdle(ALL) >= 0);
    assertEquals("0", rows(mobile));
  }

  @Test
  void forgetIdle_takesNoMoreThanItMay() {
    assertTrue(expiry.forgetIdle(ALL) >= 0);
    Stream.generate(this::asked).limit(5).forEach(mobile -> assertEquals("1", rows(mobile)));
    TestClock.INSTANCE.advance(KEPT);
    assertTrue(expiry.forgetIdle(2) <= 2);
  }

  @Test
  void ask_oldEvents_areDroppedWithTheNext() {
    MobileNumber mobile = asked();
    TestClock.INSTANCE.advance(KEPT.minus(INSTANT));
    send(mobile);
    assertEquals(2, CountedCodes.sends(mobile));
    TestClock.INSTANCE.advance(INSTANT);
    send(mobile);
    assertEquals(2, CountedCodes.sends(mobile));
  }

  private MobileNumber asked() {
    MobileNumber mobile = RegisteredPerson.freshMobile();
    send(mobile);
    return mobile;
  }

  private void send(MobileNumber mobile) {
    assertTrue(journey.tryToAsk(organisation, mobile) instanceof Sending.Accepted);
  }

  private static String rows(MobileNumber mobile) {
    return OwnerDatabase.line(
        "SELECT count(*) FROM code_budget WHERE mobile_index = ?",
        AskingOrganisation.masterKey().keyedHash("kycvs/mobile/1").of(mobile.e164()));
  }
}
