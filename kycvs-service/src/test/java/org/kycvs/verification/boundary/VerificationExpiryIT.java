package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.NoMatch;

/** The end of time; the application's own timer is at work too. */
class VerificationExpiryIT extends InContainer {
  private static final int ALL = 1_000;

  @Inject private Journey journey;
  @Inject private VerificationExpiry expiry;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @Test
  void endOverdue_atTheInstant_endsItAndErasesCodeAndPerson() {
    VerificationView asked = journey.ask(organisation, asha);
    VerificationId id = asked.verification().id();
    TestClock.INSTANCE.stopAt(asked.verification().expiresAt());

    assertTrue(expiry.endOverdue(ALL) >= 0);
    Eventually.isTrue(() -> stored(id).equals("EXPIRED ENDED"));
    assertEquals(
        "4",
        OwnerDatabase.line(
            """
            SELECT num_nulls(v.sealed_mobile, v.sealed_name, c.code_hash, c.sealed_code)
            FROM verification v JOIN otp_challenge c ON c.verification_id = v.id WHERE v.id = ?
            """,
            id.value()));
    assertEquals(1, ends(id));
  }

  @Test
  void endOverdue_justBefore_leavesIt() {
    VerificationView asked = journey.ask(organisation, asha);
    TestClock.INSTANCE.stopAt(asked.verification().expiresAt().minus(Duration.ofNanos(1_000)));
    assertTrue(expiry.endOverdue(ALL) >= 0);
    assertEquals("AWAITING_CODE WAITING", stored(asked.verification().id()));
  }

  @Test
  void endOverdue_personHadConsented_endsAsNoMatch() {
    VerificationView asked =
        journey.ask(organisation, Mode.LIVE, Journey.question(asha.mobile(), "Someone Else"));
    VerificationId id = asked.verification().id();
    assertEquals(new NoMatch(2), journey.confirm(organisation, id, journey.codeOf(id)));
    TestClock.INSTANCE.stopAt(asked.verification().expiresAt());

    assertTrue(expiry.endOverdue(ALL) >= 0);
    Eventually.isTrue(() -> stored(id).equals("NO_MATCH ENDED"));
  }

  @Test
  void endOverdue_severalAtOnce_endEachOnce() {
    List<VerificationId> overdue = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      overdue.add(journey.askAboutAnybody(organisation).verification().id());
    }
    TestClock.INSTANCE.advance(Duration.ofMinutes(10));

    int most = 5;
    AtOnce.call(8, () -> expiry.endOverdue(most))
        .forEach(ended -> assertTrue(ended <= most, () -> "Ended " + ended));
    while (expiry.endOverdue(most) > 0) {
      // Goes on until none is left.
    }
    overdue.forEach(
        id -> {
          Eventually.isTrue(() -> stored(id).equals("EXPIRED ENDED"));
          assertEquals(1, ends(id));
        });
  }

  private static String stored(VerificationId id) {
    return OwnerDatabase.line(
        """
        SELECT v.state || ' ' || c.state
        FROM verification v JOIN otp_challenge c ON c.verification_id = v.id WHERE v.id = ?
        """,
        id.value());
  }

  private static int ends(VerificationId id) {
    return OwnerDatabase.lines(
            "SELECT id FROM audit_entry WHERE act = 'verification-expired' AND subject = ?",
            id.value())
        .size();
  }
}
