package org.kycvs.verification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsTexts;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.organisation.entity.Purpose;
import org.kycvs.otp.boundary.CodeAdmission;
import org.kycvs.otp.boundary.CodeDelivery;
import org.kycvs.otp.boundary.CodeSending;
import org.kycvs.otp.boundary.OtpChallenges;
import org.kycvs.otp.entity.BudgetAccount;
import org.kycvs.otp.entity.BudgetRefusal;
import org.kycvs.otp.entity.CodeBinding;
import org.kycvs.otp.entity.OtpChallenge;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.control.QuestionSeals;
import org.kycvs.verification.control.TestScript;
import org.kycvs.verification.control.VerificationStore;
import org.kycvs.verification.entity.Asker;
import org.kycvs.verification.entity.Lifetime;
import org.kycvs.verification.entity.Question;
import org.kycvs.verification.entity.Verification;
import org.kycvs.verification.entity.VerificationSettings;
import org.kycvs.verification.entity.VerificationState;

/**
 * Questions on their way: asked, their code sent again, taken back. Nothing here reads the
 * registry, so nothing that the organisation sees before the code depends on who is in it.
 */
@Stateless
public class Verifications {
  @Inject private VerificationStore verifications;
  @Inject private VerificationViews views;
  @Inject private Organisations organisations;
  @Inject private OtpChallenges challenges;
  @Inject private QuestionSeals people;
  @Inject private AuditLog audit;
  @Inject private VerificationSettings settings;
  @Inject private SmsTexts texts;
  @Inject private Clock clock;

  /**
   * Asks about a person and has the code sent to them. Refused, nothing is kept of the question.
   *
   * @throws ProblemException {@code purpose-not-approved}, {@code invalid-request} if the answer is
   *     to live longer than the purpose allows, {@code sms-unavailable}, {@code too-many-requests}
   *     if the day's quota of messages is used up
   */
  public Sending ask(KeyActor caller, Question question) {
    Purpose purpose = approved(caller, question.purpose());
    Duration validFor = validFor(question, purpose);
    VerificationId id = VerificationId.random();
    Instant now = clock.instant();
    Duration life = settings.life();
    CodeDelivery delivery = CodeDelivery.SENT;
    if (caller.mode() == Mode.TEST) {
      TestScript script = TestScript.of(question.mobile());
      if (script.smsUnavailable()) {
        throw new ProblemException(
            ProblemCode.SMS_UNAVAILABLE, "This test person's SMS can never be sent.");
      }
      life = script.lifeInsteadOf(life);
      delivery = script.delivery();
    }
    Verification asked =
        Verification.ask(
            id,
            new Asker(caller.organisation(), caller.key(), caller.mode()),
            question,
            people.seal(id, question.mobile(), question.name()),
            new Lifetime(now, now.plus(life), validFor),
            texts.wording(SmsTemplate.VERIFICATION_CODE, question.language()));
    return ask(caller, asked, delivery);
  }

  private Sending ask(KeyActor caller, Verification asked, CodeDelivery delivery) {
    CodeAdmission admission = challenges.admit(account(caller, asked));
    if (!(admission instanceof CodeAdmission.Admitted admitted)) {
      BudgetRefusal by = ((CodeAdmission.Refused) admission).by();
      return refused(caller, caller.organisation().value(), new Sending.OverBudget(by));
    }
    verifications.add(asked);
    audit.record(
        caller,
        AuditAct.VERIFICATION_ASKED,
        asked.id().value(),
        Json.createObjectBuilder()
            .add("purpose", asked.purpose())
            .add("mode", caller.mode().wire())
            .build());
    // Last: from here to the commit, all other messages of the organisation wait.
    OtpChallenge code = challenges.issue(binding(asked), delivery, admitted);
    return new Sending.Accepted(views.justSent(asked, code));
  }

  /**
   * Has the code sent again.
   *
   * @throws ProblemException {@code verification-not-found}, {@code verification-expired}, {@code
   *     already-completed}, {@code code-locked}, {@code not-waiting}, {@code too-many-requests}
   */
  public Sending sendCodeAgain(KeyActor caller, VerificationId id) {
    Verification asked = lock(caller, id);
    requireAwaitingCode(asked);
    CodeDelivery delivery =
        caller.mode() == Mode.TEST
            ? TestScript.of(people.mobile(asked)).delivery()
            : CodeDelivery.SENT;
    CodeSending sending = challenges.sendAgain(binding(asked), delivery, account(caller, asked));
    if (sending instanceof CodeSending.TooSoon tooSoon) {
      Duration wait = Duration.between(clock.instant(), tooSoon.notBefore());
      Duration seconds = Duration.ofSeconds(Math.max(1, wait.plusMillis(999).toSeconds()));
      return refused(caller, id.value(), new Sending.TooSoon(seconds));
    }
    if (sending instanceof CodeSending.NoneLeft) {
      return refused(caller, id.value(), new Sending.NoneLeft());
    }
    if (sending instanceof CodeSending.OverBudget over) {
      return refused(caller, id.value(), new Sending.OverBudget(over.by()));
    }
    if (sending instanceof CodeSending.Accepted accepted) {
      audit.record(caller, AuditAct.CODE_SENT_AGAIN, id.value());
      return new Sending.Accepted(views.justSent(asked, accepted.code()));
    }
    throw notWaiting();
  }

  /**
   * Takes a question back.
   *
   * @throws ProblemException {@code verification-not-found}, or {@code not-waiting} if it ended
   */
  public void cancel(KeyActor caller, VerificationId id) {
    Verification asked = lock(caller, id);
    switch (asked.stateAt(clock.instant())) {
      case AWAITING_CODE, CONSENTED -> {
        asked.cancel();
        challenges.end(id);
        audit.record(caller, AuditAct.VERIFICATION_CANCELLED, id.value());
      }
      default -> throw notWaiting();
    }
  }

  /** What the code of a verification is bound to. */
  static CodeBinding binding(Verification asked) {
    return new CodeBinding(asked.id(), asked.asker().organisation(), asked.purpose());
  }

  /** Whose budgets the codes of a verification are counted in. */
  static BudgetAccount account(KeyActor caller, Verification asked) {
    return new BudgetAccount(
        asked.asker().mode(),
        asked.mobileIndex(),
        asked.asker().organisation(),
        caller.profile().sendsInTenMinutes(),
        caller.profile().sendsInOneDay(),
        caller.profile().dailySmsQuota());
  }

  /** The refusal of an id that the caller's organisation and mode do not have. */
  static ProblemException notFound() {
    return new ProblemException(
        ProblemCode.VERIFICATION_NOT_FOUND,
        "Your organisation has no such verification in this mode.");
  }

  /** Also writes it down, so nothing may be thrown from here on. */
  private Sending refused(KeyActor caller, String subject, Sending refusal) {
    audit.record(caller, AuditAct.SEND_REFUSED, subject, RefusedLimits.of(refusal));
    return refusal;
  }

  private Verification lock(KeyActor caller, VerificationId id) {
    return verifications.lock(caller, id).orElseThrow(Verifications::notFound);
  }

  private void requireAwaitingCode(Verification asked) {
    VerificationState state = asked.stateAt(clock.instant());
    switch (state) {
      case AWAITING_CODE -> {}
      case COMPLETED ->
          throw new ProblemException(
              ProblemCode.ALREADY_COMPLETED, "It was answered; read it with GET.");
      case EXPIRED ->
          throw new ProblemException(
              ProblemCode.VERIFICATION_EXPIRED, "Its time is over. Ask again.");
      case LOCKED ->
          throw new ProblemException(
              ProblemCode.CODE_LOCKED, "Too many wrong codes. Ask again with a new verification.");
      case CONSENTED, NO_MATCH, DECLINED, CANCELLED -> throw notWaiting();
    }
  }

  private Purpose approved(KeyActor caller, String purpose) {
    return organisations
        .approvedPurpose(caller.organisation(), purpose)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemCode.PURPOSE_NOT_APPROVED,
                    "Your organisation is not approved for this purpose. Its approved purposes"
                        + " are listed in the portal."));
  }

  private Duration validFor(Question question, Purpose purpose) {
    Duration most = purpose.maximumValidity();
    Duration wanted =
        question
            .validFor()
            .orElseGet(
                () ->
                    settings.answerValidFor().compareTo(most) < 0
                        ? settings.answerValidFor()
                        : most);
    if (wanted.compareTo(most) > 0) {
      throw ProblemException.ofPart(
          "/validForSeconds", "This is at most " + most.toSeconds() + " for this purpose.");
    }
    return wanted;
  }

  private static ProblemException notWaiting() {
    return new ProblemException(
        ProblemCode.NOT_WAITING, "This verification has ended; read it with GET.");
  }
}
