package org.kycvs.verification.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kycvs.consent.boundary.Consents;
import org.kycvs.consent.entity.Consent;
import org.kycvs.notification.boundary.SmsOutbox;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.otp.boundary.OtpChallenges;
import org.kycvs.otp.entity.OtpChallenge;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.verification.control.QuestionSeals;
import org.kycvs.verification.control.TestScript;
import org.kycvs.verification.entity.Verification;
import org.kycvs.verification.entity.VerificationState;

/** Puts together what an organisation sees of its verifications, a page at a time. */
@Dependent
class VerificationViews {
  private final OtpChallenges challenges;
  private final SmsOutbox outbox;
  private final Consents consents;
  private final QuestionSeals people;
  private final Clock clock;

  @Inject
  VerificationViews(
      OtpChallenges challenges,
      SmsOutbox outbox,
      Consents consents,
      QuestionSeals people,
      Clock clock) {
    this.challenges = challenges;
    this.outbox = outbox;
    this.consents = consents;
    this.people = people;
    this.clock = clock;
  }

  VerificationView of(Verification verification) {
    return of(List.of(verification)).get(0);
  }

  /** In the call that put a message with the code into the outbox: nothing has to be read. */
  VerificationView justSent(Verification verification, OtpChallenge code) {
    Instant now = clock.instant();
    VerificationState state = verification.stateAt(now);
    boolean nothingIsSent = verification.asker().mode() == Mode.TEST;
    return new VerificationView(
        verification,
        state,
        Optional.of(code).filter(waiting -> state == VerificationState.AWAITING_CODE),
        nothingIsSent && !isStillOnItsWay(verification, now)
            ? SmsProgress.SENT
            : SmsProgress.QUEUED,
        Optional.empty());
  }

  /** In the call that answered it: the consent is at hand, and there is no code any more. */
  VerificationView justAnswered(Verification verification) {
    return new VerificationView(
        verification,
        verification.stateAt(clock.instant()),
        Optional.empty(),
        SmsProgress.SENT,
        consents.of(verification.id()));
  }

  List<VerificationView> of(List<Verification> verifications) {
    Instant now = clock.instant();
    List<VerificationId> waiting =
        verifications.stream()
            .filter(one -> one.stateAt(now) == VerificationState.AWAITING_CODE)
            .map(Verification::id)
            .toList();
    Map<VerificationId, OtpChallenge> codes =
        challenges.of(waiting).stream()
            .collect(Collectors.toMap(OtpChallenge::verification, Function.identity()));
    List<VerificationId> answered =
        verifications.stream()
            .filter(one -> one.stateAt(now) == VerificationState.COMPLETED)
            .map(Verification::id)
            .toList();
    Map<String, SmsProgress> sms =
        outbox.progress(
            Stream.concat(waiting.stream(), answered.stream()).map(VerificationId::value).toList());
    Map<VerificationId, Consent> given =
        consents.of(answered).stream()
            .collect(Collectors.toMap(Consent::verification, Function.identity()));
    return verifications.stream()
        .map(
            one ->
                new VerificationView(
                    one,
                    one.stateAt(now),
                    Optional.ofNullable(codes.get(one.id())),
                    isStillOnItsWay(one, now)
                        ? SmsProgress.QUEUED
                        : seen(one, sms.getOrDefault(one.id().value(), SmsProgress.SENT), now),
                    Optional.ofNullable(given.get(one.id()))))
        .toList();
  }

  /** That a message arrived is shown only of whoever has answered: it tells of the phone. */
  private static SmsProgress seen(Verification one, SmsProgress progress, Instant now) {
    boolean hides =
        progress == SmsProgress.DELIVERED && one.stateAt(now) != VerificationState.COMPLETED;
    return hides ? SmsProgress.SENT : progress;
  }

  /** A test person's message is never in the outbox, but may pretend to take its time. */
  private boolean isStillOnItsWay(Verification one, Instant now) {
    if (one.asker().mode() != Mode.TEST || one.sealedMobile().isEmpty()) {
      return false;
    }
    MobileNumber mobile = people.mobile(one);
    return now.isBefore(one.createdAt().plus(TestScript.of(mobile).smsTakes()));
  }
}
