package org.kycvs.verification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.OptionalInt;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.consent.boundary.Consents;
import org.kycvs.consent.boundary.GrantedConsent;
import org.kycvs.notification.boundary.SmsOutbox;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsUrgency;
import org.kycvs.otp.boundary.OtpChallenges;
import org.kycvs.otp.boundary.OtpRedemption;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.registry.boundary.VaccinationRegistry;
import org.kycvs.registry.entity.PersonQuery;
import org.kycvs.registry.entity.RegistryAnswer;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.control.EndsTold;
import org.kycvs.verification.control.QuestionSeals;
import org.kycvs.verification.control.StatementWriter;
import org.kycvs.verification.control.VerificationStore;
import org.kycvs.verification.entity.Answer;
import org.kycvs.verification.entity.Verification;
import org.kycvs.verification.entity.VerificationState;

/**
 * The code comes back: consent, answer, statement, all in one transaction or none of it. Of several
 * confirmations of one verification at once, one after the other is looked at.
 */
@Stateless
public class Confirmations {
  @Inject private VerificationStore verifications;
  @Inject private VerificationViews views;
  @Inject private OtpChallenges challenges;
  @Inject private Consents consents;
  @Inject private VaccinationRegistry registry;
  @Inject private QuestionSeals people;
  @Inject private StatementWriter statements;
  @Inject private SmsOutbox outbox;
  @Inject private EndsTold ends;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Takes the code that the person gave.
   *
   * @param yearOfBirth decides between namesakes, instead of the one that was asked with
   * @throws ProblemException {@code verification-not-found}
   */
  public Confirmation confirm(
      KeyActor caller, VerificationId id, PresentedCode code, OptionalInt yearOfBirth) {
    Verification asked = verifications.lock(caller, id).orElseThrow(Verifications::notFound);
    Instant now = clock.instant();
    return switch (asked.stateAt(now)) {
      case AWAITING_CODE, CONSENTED -> redeem(caller, asked, code, yearOfBirth, now);
      case COMPLETED -> new Confirmation.AlreadyCompleted();
      case EXPIRED -> new Confirmation.Expired();
      case LOCKED -> new Confirmation.Locked();
      case NO_MATCH -> new Confirmation.NoMatch(0);
      case DECLINED, CANCELLED -> new Confirmation.NotWaiting();
    };
  }

  private Confirmation redeem(
      KeyActor caller,
      Verification asked,
      PresentedCode code,
      OptionalInt yearOfBirth,
      Instant now) {
    OtpRedemption redemption =
        challenges.redeem(
            Verifications.binding(asked), Verifications.account(caller, asked), code, now);
    if (redemption instanceof OtpRedemption.Redeemed redeemed) {
      return answer(caller, asked, redeemed, yearOfBirth);
    }
    if (redemption instanceof OtpRedemption.OverBudget over) {
      audit.record(
          caller, AuditAct.CODE_NOT_COMPARED, asked.id().value(), RefusedLimits.of(over.by()));
      return new Confirmation.OverBudget(over.by());
    }
    audit.record(caller, AuditAct.CODE_REFUSED, asked.id().value());
    if (redemption instanceof OtpRedemption.WrongCode wrong) {
      if (wrong.triesLeft() == 0) {
        asked.lock();
        ends.tell(asked, now);
      }
      return new Confirmation.CodeWrong(wrong.triesLeft());
    }
    return redemption instanceof OtpRedemption.CodeExpired
        ? new Confirmation.CodeExpired()
        : new Confirmation.NotWaiting();
  }

  private Confirmation answer(
      KeyActor caller,
      Verification asked,
      OtpRedemption.Redeemed redeemed,
      OptionalInt yearOfBirth) {
    GrantedConsent consent = consent(caller, asked, redeemed);
    MobileNumber mobile = people.mobile(asked);
    String name = people.name(asked);
    OptionalInt year = yearOfBirth.isPresent() ? yearOfBirth : asked.yearOfBirth();
    PersonQuery person = PersonQuery.of(mobile, name);
    RegistryAnswer found =
        registry.lookUp(consent, year.isPresent() ? person.bornIn(year.getAsInt()) : person);
    if (found instanceof RegistryAnswer.Found one) {
      Answer answer = statements.answer(caller, asked, mobile, name, one);
      Instant answered = clock.instant();
      asked.complete(answer, answered);
      challenges.end(asked.id());
      ends.tell(asked, answered);
      if (caller.mode() == Mode.LIVE) {
        outbox.putOutsideQuota(
            SmsTemplate.VERIFICATION_COMPLETED,
            asked.id().value(),
            answered.plus(Verification.TOLD_WITHIN),
            SmsUrgency.NOTICE);
      }
      return new Confirmation.Completed(views.justAnswered(asked));
    }
    return noMatch(caller, asked);
  }

  /** The first right code is the consent; the same code given again refers to it. */
  private GrantedConsent consent(
      KeyActor caller, Verification asked, OtpRedemption.Redeemed redeemed) {
    if (asked.stateAt(redeemed.at()) != VerificationState.AWAITING_CODE) {
      return consents.given(redeemed);
    }
    asked.consent();
    audit.record(caller, AuditAct.CODE_REDEEMED, asked.id().value());
    return consents.give(redeemed, caller.mode(), caller);
  }

  private Confirmation noMatch(KeyActor caller, Verification asked) {
    asked.countMiss();
    audit.record(
        caller,
        AuditAct.NO_MATCH_FOUND,
        asked.id().value(),
        Json.createObjectBuilder().add("attemptsLeft", asked.attemptsLeft()).build());
    if (asked.attemptsLeft() == 0) {
      challenges.end(asked.id());
      ends.tell(asked, clock.instant());
    }
    return new Confirmation.NoMatch(asked.attemptsLeft());
  }
}
