package org.kycvs.consent.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.consent.entity.ContactBlock;
import org.kycvs.otp.entity.OtpChallenge;
import org.kycvs.shared.actor.PersonActor;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation;
import org.kycvs.verification.boundary.Confirmation.CodeWrong;
import org.kycvs.verification.boundary.Confirmation.Completed;
import org.kycvs.verification.boundary.VerificationView;
import org.kycvs.verification.entity.VerificationState;

/** People who do not want to be asked; and that nobody who asks can tell. */
class ContactBlocksIT extends InContainer {
  @Inject private ContactBlocks blocks;
  @Inject private Journey journey;

  private AskingOrganisation hotel;
  private AskingOrganisation railway;
  private RegisteredPerson asha;
  private PersonActor person;

  @BeforeEach
  void prepare() {
    hotel = AskingOrganisation.make();
    railway = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
    person = signedIn(asha.mobile());
  }

  @Test
  void block_oneOrganisation_keepsOnlyThatOneAway() {
    blocks.block(person, hotel.id());

    assertEquals("SUPPRESSED", outcome(journey.asked(hotel, asha)));
    VerificationId other = journey.asked(railway, asha);
    assertEquals("SENT", outcome(other));
    assertInstanceOf(Completed.class, journey.confirm(railway, other, journey.codeOf(other)));
  }

  @Test
  void block_nothingLeaves_andTheCodeThatWouldHaveLeftMatchesNothing() {
    blocks.block(person, hotel.id());
    VerificationId id = journey.asked(hotel, asha);
    assertEquals("SUPPRESSED", outcome(id));

    assertEquals(List.of(), journey.messages(id));
    assertEquals(
        "t",
        OwnerDatabase.line(
            "SELECT sealed_code IS NULL AND code_hash IS NOT NULL FROM otp_challenge"
                + " WHERE verification_id = ?",
            id.value()));
    assertEquals(new CodeWrong(2), journey.confirm(hotel, id, "123456"));
    assertEquals(new CodeWrong(1), journey.confirm(hotel, id, "123457"));
    assertEquals(new CodeWrong(0), journey.confirm(hotel, id, "123458"));
    assertEquals(VerificationState.LOCKED, journey.look(hotel, id).state());
    assertEquals(
        List.of(
            "verification-asked", "sms-suppressed", "code-refused", "code-refused", "code-refused"),
        OwnerDatabase.lines(
            "SELECT act FROM audit_entry WHERE subject = ? ORDER BY at", id.value()));
  }

  /** The code that is sealed for sending must be the one that matches nothing. */
  @Test
  void block_madeAfterAskingAndBeforeSending_disarmsTheVeryCodeThatWasIssued() {
    TestClock.INSTANCE.stop();
    VerificationId id = journey.asked(hotel, asha);
    String code = journey.codeOf(id);
    blocks.block(person, hotel.id());
    TestClock.INSTANCE.advance(Duration.ofSeconds(31));
    VerificationView again = journey.sendAgain(hotel, id);
    Eventually.isTrue(() -> outcomes(id).equals(List.of("SENT", "SUPPRESSED")));

    assertEquals(new CodeWrong(2), journey.confirm(hotel, id, code));
    assertEquals(code(again), code(journey.look(hotel, id)), "but for the try");
  }

  @Test
  void unblock_sentAgain_isAnotherCodeOfTheSameLife() {
    TestClock.INSTANCE.stop();
    blocks.block(person, hotel.id());
    VerificationView asked = journey.ask(hotel, asha);
    VerificationId id = asked.verification().id();
    assertEquals("SUPPRESSED", outcome(id));
    blocks.unblock(person, hotel.id());
    TestClock.INSTANCE.advance(Duration.ofSeconds(31));

    VerificationView again = journey.sendAgain(hotel, id);

    assertEquals(
        asked.code().orElseThrow().codeExpiresAt(), again.code().orElseThrow().codeExpiresAt());
    assertInstanceOf(Completed.class, journey.confirm(hotel, id, journey.codeOf(id)));
  }

  @Test
  void pause_keepsEverybodyAwayUntilTheInstantThatItEnds() {
    TestClock.INSTANCE.stop();
    Instant end = TestClock.INSTANCE.instant().plus(Duration.ofMinutes(20));
    blocks.pause(person, Optional.of(end));
    assertEquals("SUPPRESSED", outcome(journey.asked(hotel, asha)));
    assertEquals("SUPPRESSED", outcome(journey.asked(railway, asha)));

    TestClock.INSTANCE.stopAt(end.minusNanos(1_000));
    assertEquals("SUPPRESSED", outcome(journey.asked(hotel, asha)));
    TestClock.INSTANCE.stopAt(end);
    assertEquals("SENT", outcome(journey.asked(hotel, asha)));
    assertEquals(List.of(), blocks.of(person));
  }

  @Test
  void pause_withoutAnEnd_lastsUntilResumed() {
    blocks.pause(person, Optional.empty());
    assertEquals("SUPPRESSED", outcome(journey.asked(hotel, asha)));
    assertTrue(blocks.of(person).get(0).isPause());
    blocks.resume(person);
    assertEquals("SENT", outcome(journey.asked(hotel, asha)));
  }

  @Test
  void pause_endNotInTheFuture_isRefused() {
    TestClock.INSTANCE.stop();
    Optional<Instant> now = Optional.of(TestClock.INSTANCE.instant());
    assertThrows(ProblemException.class, () -> blocks.pause(person, now));
    assertEquals(List.of(), blocks.of(person));
  }

  @Test
  void block_unknownOrganisation_isRefused() {
    assertThrows(ProblemException.class, () -> blocks.block(person, OrganisationId.random()));
  }

  @Test
  void everything_pressedTwice_isAsPressedOnce() {
    blocks.block(person, hotel.id());
    blocks.block(person, hotel.id());
    blocks.pause(person, Optional.empty());
    blocks.pause(person, Optional.empty());
    assertEquals(
        List.of(Optional.empty(), Optional.of(hotel.id())),
        blocks.of(person).stream().map(ContactBlock::organisation).toList());
    blocks.resume(person);
    blocks.resume(person);
    blocks.unblock(person, hotel.id());
    blocks.unblock(person, hotel.id());
    assertEquals(List.of(), blocks.of(person));
    assertEquals(
        List.of("organisation-unblocked"),
        OwnerDatabase.lines(
            "SELECT act FROM audit_entry WHERE subject = ? AND act LIKE '%unblocked'",
            hotel.id().value()));
  }

  @Test
  void block_ofOneMobile_isNotAnothers() {
    blocks.block(person, hotel.id());
    assertEquals("SENT", outcome(journey.askAboutAnybody(hotel).verification().id()));
    assertEquals(List.of(), blocks.of(signedIn(RegisteredPerson.freshMobile())));
  }

  /** Everything that the organisation sees of one, and what is counted for it, beside another. */
  @Test
  void asked_blockedOrNot_looksTheSameAndCountsTheSame() {
    TestClock.INSTANCE.stop();
    RegisteredPerson ravi = RegisteredPerson.vaccinated();
    blocks.block(person, hotel.id());
    VerificationView blocked = journey.ask(hotel, asha);
    VerificationView open = journey.ask(hotel, ravi);
    assertEquals(seen(open), seen(blocked));
    assertEquals("SUPPRESSED", outcome(blocked.verification().id()));
    assertEquals("SENT", outcome(open.verification().id()));
    TestClock.INSTANCE.advance(Duration.ofSeconds(20));
    assertEquals(lookedAt(open), lookedAt(blocked));

    assertEquals(budget(ravi.mobile()), budget(asha.mobile()));
    Confirmation wrong =
        journey.confirm(
            hotel,
            open.verification().id(),
            Journey.otherThan(journey.codeOf(open.verification().id())));
    assertEquals(wrong, journey.confirm(hotel, blocked.verification().id(), "654321"));
    assertEquals(lookedAt(open), lookedAt(blocked));
    assertEquals(budget(ravi.mobile()), budget(asha.mobile()));
    assertNotEquals(open.verification().id(), blocked.verification().id());
  }

  private List<Object> lookedAt(VerificationView view) {
    return seen(journey.look(hotel, view.verification().id()));
  }

  private static List<Object> seen(VerificationView view) {
    return List.of(view.state(), view.sms(), code(view), view.verification().expiresAt());
  }

  private static List<Object> code(VerificationView view) {
    OtpChallenge code = view.code().orElseThrow();
    return List.of(code.codeExpiresAt(), code.sendsLeft(), code.resendAfter());
  }

  private static String budget(MobileNumber mobile) {
    return OwnerDatabase.line(
        "SELECT cardinality(sends) || ' sent, ' || cardinality(wrong_codes) || ' wrong'"
            + " FROM code_budget WHERE mobile_index = ?",
        index(mobile));
  }

  /** What became of the verification's only message. */
  private static String outcome(VerificationId id) {
    return Eventually.get(
        () ->
            Optional.of(outcomes(id))
                .filter(states -> !states.contains("QUEUED") && !states.contains("SENDING"))
                .map(states -> String.join(" ", states)));
  }

  private static List<String> outcomes(VerificationId id) {
    return OwnerDatabase.lines(
        "SELECT state FROM sms_outbox WHERE reference = ? ORDER BY id", id.value());
  }

  private static byte[] index(MobileNumber mobile) {
    return AskingOrganisation.masterKey().keyedHash("kycvs/mobile/1").of(mobile.e164());
  }

  private static PersonActor signedIn(MobileNumber mobile) {
    return new PersonActor() {
      @Override
      public byte[] mobileIndex() {
        return index(mobile);
      }

      @Override
      public String auditName() {
        return "person:tests";
      }
    };
  }
}
