package org.kycvs.verification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.otp.entity.OtpChallenge;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation.CodeWrong;
import org.kycvs.verification.entity.Question;
import org.kycvs.verification.entity.VerificationState;

/** Questions on their way to the code, in the container's transactions. */
class VerificationsIT extends InContainer {
  private static final Duration INSTANT = Duration.ofNanos(1_000);
  private static final List<String> WRITTEN_BY_ASK =
      List.of(
          "SELECT count(*) FROM verification WHERE id = ?",
          "SELECT count(*) FROM otp_challenge WHERE verification_id = ?",
          "SELECT count(*) FROM sms_outbox WHERE reference = ?",
          "SELECT count(*) FROM audit_entry WHERE act = 'verification-asked' AND subject = ?");

  @Inject private Journey journey;
  @Inject private UserTransaction transaction;

  private AskingOrganisation organisation;
  private RegisteredPerson asha;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
    asha = RegisteredPerson.vaccinated();
  }

  @Test
  void ask_committed_leavesAllThatItWrote() throws Exception {
    transaction.begin();
    VerificationId id = journey.asked(organisation, asha);
    assertEquals(List.of("0", "0", "0", "0"), written(id));
    transaction.commit();
    assertEquals(List.of("1", "1", "1", "1"), written(id));
  }

  @Test
  void ask_rolledBack_leavesNothing() throws Exception {
    transaction.begin();
    VerificationId id = journey.asked(organisation, asha);
    transaction.rollback();
    assertEquals(List.of("0", "0", "0", "0"), written(id));
  }

  @Test
  void ask_live_sealsMobileNameAndCode() {
    VerificationView asked = journey.ask(organisation, asha);
    assertEquals(VerificationState.AWAITING_CODE, asked.state());
    assertEquals(SmsProgress.QUEUED, asked.sms());
    assertEquals(
        "+91••••••" + asha.mobile().e164().substring(9), asked.verification().mobileMasked());
    assertEquals(
        Duration.ofMinutes(10),
        Duration.between(asked.verification().createdAt(), asked.verification().expiresAt()));
    OtpChallenge code = asked.code().orElseThrow();
    assertEquals(3, code.triesLeft());
    assertEquals(2, code.sendsLeft());
    assertEquals(Duration.ofHours(24), asked.verification().answerValidFor());
  }

  @Test
  void ask_purposeNotApproved_writesNothing() {
    String before = everythingWritten();
    Question rail = about(AskingOrganisation.RAIL, Optional.empty());
    assertProblem(
        ProblemCode.PURPOSE_NOT_APPROVED, () -> journey.ask(organisation, Mode.LIVE, rail));
    assertEquals(before, everythingWritten());
  }

  @Test
  void ask_purposeNoLongerApproved_isRefusedAtOnce() {
    VerificationView first = journey.ask(organisation, asha);
    organisation.narrow(AskingOrganisation.CHECK_IN);
    assertProblem(ProblemCode.PURPOSE_NOT_APPROVED, () -> journey.ask(organisation, asha));
    VerificationId id = first.verification().id();
    assertInstanceOf(
        Confirmation.Completed.class, journey.confirm(organisation, id, journey.codeOf(id)));
  }

  @Test
  void ask_answerToLiveLongerThanThePurposeAllows_isRefused() {
    Duration most = Duration.ofHours(1);
    assertEquals(
        most,
        journey
            .ask(organisation, Mode.LIVE, about(AskingOrganisation.EVENT, Optional.of(most)))
            .verification()
            .answerValidFor());
    assertProblem(
        ProblemCode.INVALID_REQUEST,
        () ->
            journey.ask(
                organisation,
                Mode.LIVE,
                about(AskingOrganisation.EVENT, Optional.of(most.plusSeconds(1)))));
  }

  @Test
  void ask_noLifeOfTheAnswerSaid_isTheDefaultOrThePurposesMaximum() {
    assertEquals(
        Duration.ofHours(1),
        journey
            .ask(organisation, Mode.LIVE, about(AskingOrganisation.EVENT, Optional.empty()))
            .verification()
            .answerValidFor());
  }

  @Test
  void sendCodeAgain_beforeItsTime_saysWhenToTryAgain() {
    TestClock.INSTANCE.stop();
    VerificationView asked = journey.ask(organisation, asha);
    VerificationId id = asked.verification().id();
    Instant resendAfter = asked.code().orElseThrow().resendAfter();
    assertEquals(asked.verification().createdAt().plusSeconds(30), resendAfter);

    assertEquals(
        new Sending.TooSoon(Duration.ofSeconds(30)), journey.tryToSendAgain(organisation, id));
    TestClock.INSTANCE.stopAt(resendAfter.minus(INSTANT));
    assertEquals(
        new Sending.TooSoon(Duration.ofSeconds(1)), journey.tryToSendAgain(organisation, id));
    TestClock.INSTANCE.stopAt(resendAfter);
    assertEquals(
        resendAfter.plusSeconds(60),
        journey.sendAgain(organisation, id).code().orElseThrow().resendAfter());
  }

  @Test
  void sendCodeAgain_whileTheCodeLives_sendsTheSame() {
    VerificationId id = journey.asked(organisation, asha);
    String hash = codeHash(id);
    ReceivedSms first = journey.messages(id, 1).get(0);
    TestClock.INSTANCE.advance(Duration.ofSeconds(30));
    assertEquals(1, journey.sendAgain(organisation, id).code().orElseThrow().sendsLeft());

    assertEquals(first.code(), journey.messages(id, 2).get(1).code());
    assertEquals(hash, codeHash(id));
  }

  @Test
  void sendCodeAgain_codeExpired_sendsANewOneWithTheTriesThatAreLeft() {
    VerificationView asked = journey.ask(organisation, asha);
    VerificationId id = asked.verification().id();
    String first = journey.codeOf(id);
    String hash = codeHash(id);
    assertEquals(new CodeWrong(2), journey.confirm(organisation, id, Journey.otherThan(first)));

    TestClock.INSTANCE.stopAt(asked.code().orElseThrow().codeExpiresAt());
    OtpChallenge renewed = journey.sendAgain(organisation, id).code().orElseThrow();
    assertEquals(2, renewed.triesLeft());
    assertEquals(TestClock.INSTANCE.instant().plus(Duration.ofMinutes(5)), renewed.codeExpiresAt());
    assertNotEquals(hash, codeHash(id));
    String second = journey.messages(id, 2).get(1).code();
    assertNotEquals(first, second, "One in a million: run it again");
    assertEquals(new CodeWrong(1), journey.confirm(organisation, id, first));
    assertInstanceOf(Confirmation.Completed.class, journey.confirm(organisation, id, second));
  }

  @Test
  void sendCodeAgain_asOftenAsAllowed_isRefusedFromThenOn() {
    VerificationId id = journey.asked(organisation, asha);
    TestClock.INSTANCE.advance(Duration.ofSeconds(31));
    assertEquals(1, journey.sendAgain(organisation, id).code().orElseThrow().sendsLeft());
    TestClock.INSTANCE.advance(Duration.ofSeconds(61));
    assertEquals(0, journey.sendAgain(organisation, id).code().orElseThrow().sendsLeft());
    TestClock.INSTANCE.advance(Duration.ofSeconds(61));
    assertEquals(new Sending.NoneLeft(), journey.tryToSendAgain(organisation, id));
    assertEquals(
        "1",
        OwnerDatabase.line(
            "SELECT count(*) FROM audit_entry WHERE act = 'send-refused' AND subject = ?",
            id.value()));
    assertEquals(
        "3", OwnerDatabase.line("SELECT count(*) FROM sms_outbox WHERE reference = ?", id.value()));
  }

  @Test
  void sendCodeAgain_ended_saysHow() {
    VerificationId completed = journey.asked(organisation, asha);
    assertInstanceOf(
        Confirmation.Completed.class,
        journey.confirm(organisation, completed, journey.codeOf(completed)));
    VerificationId cancelled = journey.asked(organisation, asha);
    journey.cancel(organisation, cancelled);
    VerificationView late = journey.ask(organisation, asha);
    TestClock.INSTANCE.stopAt(late.verification().expiresAt());

    assertProblem(ProblemCode.ALREADY_COMPLETED, () -> journey.sendAgain(organisation, completed));
    assertProblem(ProblemCode.NOT_WAITING, () -> journey.sendAgain(organisation, cancelled));
    assertProblem(
        ProblemCode.VERIFICATION_EXPIRED,
        () -> journey.sendAgain(organisation, late.verification().id()));
  }

  @Test
  void cancel_waiting_endsItAndErasesCodeAndPerson() {
    VerificationId id = journey.asked(organisation, asha);
    journey.cancel(organisation, id);

    assertEquals(VerificationState.CANCELLED, journey.look(organisation, id).state());
    assertEquals(
        List.of("CANCELLED ENDED"),
        OwnerDatabase.lines(
            """
            SELECT v.state || ' ' || c.state FROM verification v
            JOIN otp_challenge c ON c.verification_id = v.id
            WHERE v.id = ? AND num_nulls(sealed_mobile, sealed_name, code_hash, sealed_code) = 4
            """,
            id.value()));
    assertProblem(
        ProblemCode.NOT_WAITING,
        () -> {
          journey.cancel(organisation, id);
        });
  }

  @Test
  void anyCall_anotherOrganisationsVerification_isNotFoundAndStaysAsItWas() {
    VerificationId id = journey.asked(organisation, asha);
    AskingOrganisation other = AskingOrganisation.make();
    TestClock.INSTANCE.advance(Duration.ofSeconds(31));

    assertProblem(ProblemCode.VERIFICATION_NOT_FOUND, () -> journey.sendAgain(other, id));
    assertProblem(
        ProblemCode.VERIFICATION_NOT_FOUND,
        () -> {
          journey.cancel(other, id);
        });
    assertProblem(ProblemCode.VERIFICATION_NOT_FOUND, () -> journey.look(other, id));
    assertProblem(
        ProblemCode.VERIFICATION_NOT_FOUND, () -> journey.look(organisation, Mode.TEST, id));
    VerificationView untouched = journey.look(organisation, id);
    assertEquals(VerificationState.AWAITING_CODE, untouched.state());
    assertEquals(2, untouched.code().orElseThrow().sendsLeft());
  }

  private Question about(String purpose, Optional<Duration> validFor) {
    return new Question(
        asha.mobile(),
        asha.name(),
        OptionalInt.empty(),
        purpose,
        Optional.empty(),
        Optional.empty(),
        "en",
        validFor);
  }

  private static void assertProblem(ProblemCode code, Executable call) {
    assertEquals(code, assertThrows(ProblemException.class, call).code());
  }

  private static List<String> written(VerificationId id) {
    return WRITTEN_BY_ASK.stream().map(sql -> OwnerDatabase.line(sql, id.value())).toList();
  }

  private static String everythingWritten() {
    return OwnerDatabase.line(
        """
        SELECT (SELECT count(*) FROM verification) || ' ' || (SELECT count(*) FROM otp_challenge)
          || ' ' || (SELECT count(*) FROM sms_outbox)
          || ' ' || (SELECT count(*) FROM audit_entry WHERE act = 'verification-asked')
        """);
  }

  private static String codeHash(VerificationId id) {
    String hash =
        OwnerDatabase.line(
            "SELECT encode(code_hash, 'hex') FROM otp_challenge WHERE verification_id = ?",
            id.value());
    assertTrue(hash.length() == 64, hash);
    return hash;
  }
}
