package org.kycvs.otp.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kycvs.notification.boundary.SmsOutbox;
import org.kycvs.notification.entity.SmsAccount;
import org.kycvs.notification.entity.SmsChannel;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.otp.control.CodeBudgets;
import org.kycvs.otp.control.CodeSecrets;
import org.kycvs.otp.control.OtpChallengeStore;
import org.kycvs.otp.control.OtpChallengeStore.Comparison;
import org.kycvs.otp.entity.BudgetAccount;
import org.kycvs.otp.entity.BudgetRefusal;
import org.kycvs.otp.entity.CodeBinding;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.OtpChallenge;
import org.kycvs.otp.entity.OtpSettings;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

/** Codes: issued for one question, sent, sent again, redeemed once. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class OtpChallenges {
  private static final OneTimePassword KNOWN = OneTimePassword.parse("246810").orElseThrow();

  /** How far the clocks of two nodes may be apart: each at most two seconds from the database's. */
  private static final Duration CLOCKS_APART = Duration.ofSeconds(4);

  @Inject private OtpChallengeStore challenges;
  @Inject private CodeBudgets budgets;
  @Inject private CodeSecrets secrets;
  @Inject private OtpSettings settings;
  @Inject private SmsOutbox outbox;
  @Inject private Clock clock;

  /**
   * Counts the message with a question's first code, before anything is kept of the question. A
   * refusal must be returned to the caller, never thrown.
   */
  public CodeAdmission admit(BudgetAccount account) {
    if (account.mode() == Mode.LIVE) {
      outbox.requireRoom();
    }
    return budgets
        .countSend(account, clock.instant())
        .<CodeAdmission>map(CodeAdmission.Refused::new)
        .orElseGet(() -> new CodeAdmission.Admitted(account));
  }

  /**
   * Issues the first code for a question and puts its message into the outbox.
   *
   * @param admitted proves that the message was counted
   */
  public OtpChallenge issue(
      CodeBinding binding, CodeDelivery delivery, CodeAdmission.Admitted admitted) {
    OtpChallenge challenge =
        OtpChallenge.of(binding.verification(), settings.tries(), settings.sends());
    renew(challenge, binding, delivery);
    challenges.add(challenge);
    send(challenge, delivery, admitted.account());
    return challenge;
  }

  /**
   * Sends the code again: the same while it lives, else a new one. Tries are not renewed. The
   * question's own limits are looked at first, then the budgets over all questions.
   */
  public CodeSending sendAgain(CodeBinding binding, CodeDelivery delivery, BudgetAccount account) {
    Optional<OtpChallenge> found = challenges.lock(binding.verification());
    if (found.isEmpty() || !found.get().isWaiting()) {
      return new CodeSending.Closed();
    }
    OtpChallenge challenge = found.get();
    Instant now = clock.instant();
    if (challenge.sendsLeft() == 0) {
      return new CodeSending.NoneLeft();
    }
    if (now.isBefore(challenge.resendAfter())) {
      return new CodeSending.TooSoon(challenge.resendAfter());
    }
    Optional<BudgetRefusal> refusal = budgets.countSend(account, now);
    if (refusal.isPresent()) {
      return new CodeSending.OverBudget(refusal.get());
    }
    if (challenge.isCodeExpiredAt(now)) {
      renew(challenge, binding, delivery);
    } else if (challenge.isDisarmed()) {
      rearm(challenge, binding, delivery);
    }
    send(challenge, delivery, account);
    return new CodeSending.Accepted(challenge);
  }

  /**
   * Compares a code with the one that was sent for the question, and counts it if it is wrong: with
   * the question's tries, and in the budgets over all questions. A right code gives nothing back.
   *
   * @param account whose budgets it is counted in
   * @param now the one instant at which the call is judged, so that the question's time and the
   *     code's run out at no different moment
   */
  public OtpRedemption redeem(
      CodeBinding binding, BudgetAccount account, PresentedCode code, Instant now) {
    Optional<BudgetRefusal> refusal = budgets.beforeComparing(account, now);
    if (refusal.isPresent()) {
      return new OtpRedemption.OverBudget(refusal.get());
    }
    Optional<Comparison> comparison =
        challenges.compare(
            binding.verification(),
            secrets.hash(binding, code),
            now,
            now.plus(settings.codeLife()).plus(CLOCKS_APART));
    if (comparison.isPresent() && comparison.get().right()) {
      if (account.mode() == Mode.LIVE) {
        outbox.codeRedeemed(smsAccount(account));
      }
      return new OtpRedemption.Redeemed(binding, now);
    }
    if (comparison.isPresent()) {
      budgets.countWrongCode(account, now);
      return new OtpRedemption.WrongCode(comparison.get().triesLeft());
    }
    boolean waiting =
        challenges.find(binding.verification()).filter(OtpChallenge::isWaiting).isPresent();
    return waiting ? new OtpRedemption.CodeExpired() : new OtpRedemption.Closed();
  }

  /** The question ended: its code is erased and nothing is compared or sent any more. */
  public void end(VerificationId verification) {
    challenges.end(verification);
  }

  /**
   * The code was not sent, so nobody can know it: it matches nothing any more. Whoever asked sees
   * no difference; if the code is sent again, it is another one, of the same life.
   */
  public void disarm(VerificationId verification) {
    challenges.lock(verification).ifPresent(waiting -> waiting.disarm(secrets.hashOfNoCode()));
  }

  /** How the codes of some verifications stand. */
  public List<OtpChallenge> of(Collection<VerificationId> verifications) {
    return challenges.findAll(verifications);
  }

  /** The code of a verification, while it may still be sent: for its message only. */
  public Optional<OneTimePassword> forMessage(VerificationId verification) {
    return challenges
        .find(verification)
        .filter(challenge -> !challenge.isCodeExpiredAt(clock.instant()))
        .flatMap(challenge -> Optional.ofNullable(challenge.sealedCode()))
        .map(kept -> secrets.open(verification, kept));
  }

  private void renew(OtpChallenge challenge, CodeBinding binding, CodeDelivery delivery) {
    carry(challenge, binding, delivery, clock.instant().plus(settings.codeLife()));
  }

  private void rearm(OtpChallenge challenge, CodeBinding binding, CodeDelivery delivery) {
    carry(challenge, binding, delivery, challenge.codeExpiresAt());
  }

  private void carry(
      OtpChallenge challenge, CodeBinding binding, CodeDelivery delivery, Instant expiresAt) {
    OneTimePassword code =
        switch (delivery) {
          case SENT, NEVER -> OneTimePassword.random();
          case KNOWN -> KNOWN;
        };
    challenge.carry(
        delivery == CodeDelivery.NEVER
            ? secrets.hashOfNoCode()
            : secrets.hash(binding, PresentedCode.of(code)),
        secrets.seal(binding.verification(), code),
        expiresAt);
  }

  private void send(OtpChallenge challenge, CodeDelivery delivery, BudgetAccount account) {
    int sent = settings.sends() - challenge.sendsLeft() + 1;
    challenge.countSend(clock.instant().plus(settings.waitAfter(sent)));
    if (delivery == CodeDelivery.SENT) {
      outbox.put(
          SmsTemplate.VERIFICATION_CODE,
          challenge.verification().value(),
          challenge.codeExpiresAt(),
          smsAccount(account));
    }
  }

  /** All questions come by the API until there is a hosted page. */
  private static SmsAccount smsAccount(BudgetAccount account) {
    return new SmsAccount(account.organisation(), SmsChannel.API, account.dailyQuota());
  }
}
