package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.boundary.ConversionBreaker;
import org.kycvs.notification.boundary.ConversionTimer;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.Completed;

/** Whoever has codes sent that nobody redeems gets no more for an hour. */
class ConversionBreakerIT extends InContainer {
  private static final Duration INSTANT = Duration.ofNanos(1_000);

  @Inject private Journey journey;
  @Inject private ConversionBreaker breaker;
  @Inject private ConversionTimer timer;

  private AskingOrganisation organisation;
  private Instant now;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    TestClock.INSTANCE.stop();
    now = TestClock.INSTANCE.instant();
  }

  @Test
  void look_lessThanOneInTenRedeemed_stopsForAnHour() {
    counted("API", Duration.ofMinutes(20), 100, 9);
    breaker.look();

    ProblemException refusal = assertThrows(ProblemException.class, this::ask);
    assertEquals(ProblemCode.SMS_STOPPED, refusal.code());
    assertEquals(3_600, refusal.members().get("retryAfter"));
    assertEquals("0", questions());
    assertEquals(
        List.of("sms-stopped api 100 9"),
        OwnerDatabase.lines(
            """
            SELECT act || ' ' || (d ->> 'channel') || ' ' || (d ->> 'sent') || ' ' || (d ->> 'redeemed')
            FROM (SELECT act, convert_from(leaf, 'UTF8')::json -> 'data' AS d FROM audit_entry
                  WHERE subject = ?) AS entry
            """,
            organisation.id().value()));
  }

  @Test
  void look_oneInTenRedeemed_stopsNobody() {
    counted("API", Duration.ofMinutes(20), 100, 10);
    breaker.look();
    ask();
    assertEquals("1", questions());
  }

  @Test
  void look_tooFewMessages_stopsNobody() {
    counted("API", Duration.ofMinutes(20), 99, 0);
    breaker.look();
    ask();
    assertEquals("1", questions());
  }

  @Test
  void look_codesThatMayStillBeRedeemed_areNotHeldAgainstAnybody() {
    counted("API", Duration.ofMinutes(11).minus(INSTANT), 1_000, 0);
    breaker.look();
    ask();
    assertEquals("1", questions());
  }

  @Test
  void look_hostedPageAbused_leavesTheApiAlone() {
    counted("PAGE", Duration.ofMinutes(20), 1_000, 0);
    breaker.look();
    ask();
    assertEquals("1", questions());
  }

  @Test
  void look_stopIsOver_doesNotStopAgainForTheSameCodes() {
    counted("API", Duration.ofMinutes(12), 1_000, 0);
    breaker.look();
    assertThrows(ProblemException.class, this::ask);
    releasedAfter(Duration.ofMinutes(2));

    TestClock.INSTANCE.advance(Duration.ofMinutes(2).minus(INSTANT));
    assertThrows(ProblemException.class, this::ask);
    TestClock.INSTANCE.advance(INSTANT);
    breaker.look();
    ask();
    assertEquals("1", questions());
  }

  @Test
  void look_again_leavesOneStopAndOneEntry() {
    counted("API", Duration.ofMinutes(20), 200, 0);
    breaker.look();
    breaker.look();
    assertEquals(
        "1",
        OwnerDatabase.line(
            "SELECT count(*) FROM audit_entry WHERE subject = ? AND act = 'sms-stopped'",
            organisation.id().value()));
  }

  @Test
  void journey_askedAndRedeemed_isCountedOnce() {
    RegisteredPerson asha = RegisteredPerson.vaccinated();
    VerificationId id = journey.asked(organisation, asha);
    assertInstanceOf(Completed.class, journey.confirm(organisation, id, journey.codeOf(id)));
    timer.sweep();
    assertEquals(
        "API 1 1",
        OwnerDatabase.line(
            """
            SELECT channel || ' ' || sum(sent) || ' ' || sum(redeemed) FROM sms_conversion
            WHERE organisation_id = ? GROUP BY channel
            """,
            organisation.id().value()));
  }

  private void ask() {
    journey.askAboutAnybody(organisation);
  }

  private String questions() {
    return OwnerDatabase.line(
        "SELECT count(*) FROM verification WHERE organisation_id = ?", organisation.id().value());
  }

  private void counted(String channel, Duration ago, int sent, int redeemed) {
    OwnerDatabase.execute(
        """
        INSERT INTO sms_conversion (organisation_id, channel, minute, sent, redeemed)
        VALUES (?, ?, ?, ?, ?)
        """,
        organisation.id().value(),
        channel,
        Timestamp.from(now.minus(ago)),
        sent,
        redeemed);
  }

  private void releasedAfter(Duration wait) {
    OwnerDatabase.execute(
        "UPDATE sms_stop SET until = ? WHERE organisation_id = ?",
        Timestamp.from(now.plus(wait)),
        organisation.id().value());
  }
}
