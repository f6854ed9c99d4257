package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.boundary.SmsQuotaExpiry;
import org.kycvs.registry.boundary.TestPeople;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.CountedCodes;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;

/** How many messages an organisation has on a day of the country's calendar. */
class SmsQuotaIT extends InContainer {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final Duration INSTANT = Duration.ofNanos(1_000);

  @Inject private Journey journey;
  @Inject private SmsQuotaExpiry expiry;
  @Inject private UserTransaction transaction;

  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    // Noon of a day to come, so that no day changes within a test that does not want it.
    ZonedDateTime tomorrow =
        TestClock.INSTANCE
            .instant()
            .atZone(INDIA)
            .toLocalDate()
            .plusDays(1)
            .atTime(12, 0)
            .atZone(INDIA);
    TestClock.INSTANCE.stopAt(tomorrow.toInstant());
  }

  @Test
  void ask_twoHundredAtOnceOfAQuotaOfFifty_sendsExactlyFifty() {
    organisation.hasDailyQuota(50);

    List<String> outcomes = AtOnce.call(200, 32, this::outcome);

    assertEquals(50, outcomes.stream().filter("asked"::equals).count());
    assertEquals(150, outcomes.stream().filter("too-many-requests"::equals).count());
    assertEquals("50", sent());
    String id = organisation.id().value();
    assertEquals(
        "50 50",
        OwnerDatabase.line(
            """
            SELECT count(*) || ' ' || count(o.id) FROM verification v
            LEFT JOIN sms_outbox o ON o.reference = v.id WHERE v.organisation_id = ?
            """,
            id));
    assertEquals(
        List.of("50"),
        OwnerDatabase.lines(
            """
            SELECT convert_from(leaf, 'UTF8')::json -> 'data' ->> 'quota' FROM audit_entry
            WHERE act = 'sms-quota-reached' AND subject = ?
            """,
            id));
  }

  @Test
  void ask_overQuota_keepsNothingAndChargesNoMobile() {
    organisation.hasDailyQuota(1);
    assertEquals("asked", outcome());
    MobileNumber mobile = RegisteredPerson.freshMobile();

    ProblemException refused =
        assertThrows(ProblemException.class, () -> journey.tryToAsk(organisation, mobile));

    assertEquals(ProblemCode.TOO_MANY_REQUESTS, refused.code());
    assertEquals(
        Duration.ofHours(12).toSeconds(), (long) refused.members().getOrDefault("retryAfter", 0));
    assertEquals(0, CountedCodes.sends(mobile));
    assertEquals(
        "1",
        OwnerDatabase.line(
            "SELECT count(*) FROM verification WHERE organisation_id = ?",
            organisation.id().value()));
  }

  @Test
  void ask_overQuota_isTheSameForRegisteredPeople() {
    organisation.hasDailyQuota(1);
    RegisteredPerson person = RegisteredPerson.vaccinated();
    assertEquals("asked", outcome());
    ProblemException registered =
        assertThrows(ProblemException.class, () -> journey.tryToAsk(organisation, person.mobile()));
    ProblemException nobody =
        assertThrows(
            ProblemException.class,
            () -> journey.tryToAsk(organisation, RegisteredPerson.freshMobile()));
    assertEquals(registered.detail(), nobody.detail());
    assertEquals(registered.members(), nobody.members());
  }

  @Test
  void sendAgain_overQuota_isRefusedAndMayBeTriedTheNextDay() {
    organisation.hasDailyQuota(1);
    Instant midnight = midnight();
    TestClock.INSTANCE.stopAt(midnight.minusSeconds(60));
    VerificationId id = ask();
    TestClock.INSTANCE.advance(Duration.ofSeconds(40));
    ProblemException refused =
        assertThrows(ProblemException.class, () -> journey.tryToSendAgain(organisation, id));
    assertEquals(20, refused.members().get("retryAfter"));
    assertEquals(2, journey.look(organisation, id).code().orElseThrow().sendsLeft());
    TestClock.INSTANCE.stopAt(midnight);
    assertEquals(1, journey.sendAgain(organisation, id).code().orElseThrow().sendsLeft());
  }

  @Test
  void ask_atMidnightInIndia_hasANewDay() {
    organisation.hasDailyQuota(1);
    assertEquals("asked", outcome());
    Instant midnight = midnight();
    TestClock.INSTANCE.stopAt(midnight.minus(INSTANT));
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> journey.tryToAsk(organisation, RegisteredPerson.freshMobile()));
    assertEquals(1, refused.members().get("retryAfter"));
    TestClock.INSTANCE.stopAt(midnight);
    assertEquals("asked", outcome());
    assertEquals("too-many-requests", outcome());
  }

  @Test
  void ask_rolledBack_givesBack() throws Exception {
    organisation.hasDailyQuota(1);
    transaction.begin();
    VerificationId unused = ask();
    transaction.rollback();
    assertEquals("asked", outcome());
    assertEquals("too-many-requests", outcome());
  }

  @Test
  void ask_quotaRaisedTheSameDay_sendsTheDifference() {
    organisation.hasDailyQuota(1);
    assertEquals("asked", outcome());
    assertEquals("too-many-requests", outcome());
    organisation.hasDailyQuota(2);
    assertEquals("asked", outcome());
    assertEquals("too-many-requests", outcome());
  }

  @Test
  void ask_oneOrganisation_leavesOthersAlone() {
    organisation.hasDailyQuota(1);
    assertEquals("asked", outcome());
    assertInstanceOf(
        Sending.Accepted.class,
        journey.tryToAsk(AskingOrganisation.make(), RegisteredPerson.freshMobile()));
  }

  @Test
  void ask_testPeople_countNowhere() {
    organisation.hasDailyQuota(1);
    MobileNumber testPerson = TestPeople.mobile("+915555500002").orElseThrow();
    for (int i = 0; i < 5; i++) {
      VerificationView asked =
          journey.ask(organisation, Mode.TEST, Journey.question(testPerson, "Anybody"));
      assertEquals(Mode.TEST, asked.verification().asker().mode());
    }
    assertEquals("0", sent());
  }

  @Test
  void forgetOldDays_keepsSevenAndToday() {
    assertEquals("asked", outcome());
    TestClock.INSTANCE.advance(Duration.ofDays(7));
    expiry.forgetOldDays();
    assertEquals("1", sent());
    TestClock.INSTANCE.stopAt(midnight());
    expiry.forgetOldDays();
    assertEquals("0", sent());
  }

  private VerificationId ask() {
    Sending sending = journey.tryToAsk(organisation, RegisteredPerson.freshMobile());
    return assertInstanceOf(Sending.Accepted.class, sending).view().verification().id();
  }

  private String outcome() {
    try {
      VerificationId unused = ask();
      return "asked";
    } catch (ProblemException e) {
      return e.code().wire();
    }
  }

  private String sent() {
    return OwnerDatabase.line(
        "SELECT coalesce(sum(sent), 0) FROM sms_quota WHERE organisation_id = ?",
        organisation.id().value());
  }

  /** When the next day begins in India: 18:30 in UTC. */
  private static Instant midnight() {
    Instant midnight =
        TestClock.INSTANCE
            .instant()
            .atZone(INDIA)
            .toLocalDate()
            .plusDays(1)
            .atStartOfDay(INDIA)
            .toInstant();
    assertEquals("T18:30:00Z", midnight.toString().substring(10));
    return midnight;
  }
}
