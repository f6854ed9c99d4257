package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JWSObject;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.registry.boundary.TestPeople;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.CodeWrong;
import org.kycvs.verification.boundary.Confirmation.Completed;
import org.kycvs.verification.boundary.Confirmation.Expired;
import org.kycvs.verification.boundary.Confirmation.NoMatch;
import org.kycvs.verification.entity.VerificationState;

/** The invented people of test mode, by the wire contract: the last two digits say what happens. */
class TestModeIT extends InContainer {
  private static final String KNOWN = "246810";

  @Inject private Journey journey;

  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
  }

  @Test
  void confirm_people00To02_haveThatStatus() {
    for (int status = 0; status <= 2; status++) {
      assertEquals(status, status(confirm(asked(status))));
    }
  }

  @Test
  void confirm_completed_isSignedByTheTestIssuer() throws ParseException {
    Completed completed = assertInstanceOf(Completed.class, confirm(asked(2)));
    Map<String, Object> claims =
        JWSObject.parse(completed.view().verification().answer().orElseThrow().statement())
            .getPayload()
            .toJSONObject();
    assertEquals("http://localhost:8080/test", claims.get("iss"));
    assertEquals("test", claims.get("mode"));
  }

  @Test
  void confirm_person03_isNoMatchForGoodAfterThreeAttempts() {
    VerificationId id = asked(3);
    assertEquals(new NoMatch(2), confirm(id));
    assertEquals(new NoMatch(1), confirm(id));
    assertEquals(new NoMatch(0), confirm(id));
    assertEquals(VerificationState.NO_MATCH, look(id).state());
  }

  @Test
  void confirm_person04_yearOfBirthDecidesBetweenNamesakes() {
    VerificationId one = asked(4);
    assertEquals(new NoMatch(2), confirm(one));
    assertEquals(new NoMatch(1), confirm(one, 1970));
    assertEquals(2, status(confirm(one, 1980)));
    assertEquals(1, status(confirm(asked(4), 1990)));
  }

  @Test
  void confirm_people05And09_neverHaveARightCode() {
    for (int number : new int[] {5, 9}) {
      VerificationId id = asked(number);
      assertEquals(new CodeWrong(2), confirm(id));
      assertEquals(new CodeWrong(1), confirm(id));
      assertEquals(new CodeWrong(0), confirm(id));
    }
  }

  @Test
  void ask_person06_messageTakesTenSeconds() {
    TestClock.INSTANCE.stop();
    VerificationView asked = ask(6);
    assertEquals(SmsProgress.QUEUED, asked.sms());
    TestClock.INSTANCE.advance(Duration.ofSeconds(10));
    assertEquals(SmsProgress.SENT, look(asked.verification().id()).sms());
    assertEquals(SmsProgress.SENT, ask(0).sms());
    assertEquals(2, status(confirm(asked.verification().id())));
  }

  @Test
  void ask_person07_findsNoGateway() {
    ProblemException problem = assertThrows(ProblemException.class, () -> ask(7));
    assertEquals(ProblemCode.SMS_UNAVAILABLE, problem.code());
    assertEquals(
        "0",
        OwnerDatabase.line(
            "SELECT count(*) FROM verification WHERE organisation_id = ?",
            organisation.id().value()));
  }

  @Test
  void confirm_person08_isExpired() {
    VerificationId id = asked(8);
    assertEquals(new Expired(), confirm(id));
    assertEquals(VerificationState.EXPIRED, look(id).state());
  }

  @Test
  void ask_anyTestPerson_sendsNothing() {
    VerificationId id = asked(2);
    assertEquals(
        "0", OwnerDatabase.line("SELECT count(*) FROM sms_outbox WHERE reference = ?", id.value()));
  }

  private VerificationView ask(int number) {
    return journey.ask(
        organisation,
        Mode.TEST,
        Journey.question(
            TestPeople.mobile("+9155555000%02d".formatted(number)).orElseThrow(), "Anybody"));
  }

  private VerificationId asked(int number) {
    return ask(number).verification().id();
  }

  private VerificationView look(VerificationId id) {
    return journey.look(organisation, Mode.TEST, id);
  }

  private Confirmation confirm(VerificationId id) {
    return journey.confirm(organisation, Mode.TEST, id, KNOWN, OptionalInt.empty());
  }

  private Confirmation confirm(VerificationId id, int yearOfBirth) {
    return journey.confirm(organisation, Mode.TEST, id, KNOWN, OptionalInt.of(yearOfBirth));
  }

  private static int status(Confirmation confirmation) {
    return assertInstanceOf(Completed.class, confirmation)
        .view()
        .verification()
        .answer()
        .orElseThrow()
        .status();
  }
}
