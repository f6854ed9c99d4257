package org.kycvs.verification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.kycvs.consent.boundary.ContactBlocks;
import org.kycvs.notification.boundary.SmsText;
import org.kycvs.notification.boundary.SmsTextSource;
import org.kycvs.notification.entity.Dlt;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.otp.boundary.OtpChallenges;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.OtpSettings;
import org.kycvs.otp.entity.RevealsOneTimePassword;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.boundary.StatementSigning;
import org.kycvs.verification.entity.Verification;
import org.kycvs.verification.entity.VerificationState;

/** What the code's SMS says: who asks, what for, the code, and where to read the whole notice. */
@ApplicationScoped
public class CodeMessages implements SmsTextSource {
  @Inject private VerificationStore verifications;
  @Inject private OtpChallenges challenges;
  @Inject private ContactBlocks blocks;
  @Inject private Organisations organisations;
  @Inject private QuestionSeals people;
  @Inject private StatementSigning signing;
  @Inject private OtpSettings settings;
  @Inject private Clock clock;

  @Override
  public SmsTemplate template() {
    return SmsTemplate.VERIFICATION_CODE;
  }

  /** A code that is not welcome matches nothing from then on. */
  @Override
  public SmsText textFor(String reference) {
    VerificationId id = new VerificationId(reference);
    Optional<Verification> asked =
        verifications
            .findForOurselves(id)
            .filter(found -> found.stateAt(clock.instant()) == VerificationState.AWAITING_CODE);
    if (asked.isPresent()
        && blocks.stop(asked.get().mobileIndex(), asked.get().asker().organisation())) {
      challenges.disarm(id);
      return new SmsText.NotWelcome();
    }
    return asked
        .flatMap(waiting -> challenges.forMessage(id).map(code -> message(waiting, code)))
        .<SmsText>map(SmsText.Wanted::new)
        .orElseGet(SmsText.NotWaitedFor::new);
  }

  @RevealsOneTimePassword(because = "This is the message that tells the person the code.")
  private SmsMessage message(Verification asked, OneTimePassword code) {
    String text =
        template()
            .fill(
                Map.of(
                    "code", code.revealDigits(),
                    "organisation", organisations.get(asked.asker().organisation()).shortName(),
                    "purpose", organisations.purpose(asked.purpose()).text(),
                    "minutes", minutes(settings.codeLife()),
                    "notice", signing.issuer(Mode.LIVE).value() + "/notice"));
    return new SmsMessage(
        people.mobile(asked), text, Optional.of(code.revealDigits()), asked.id().value(), Dlt.NONE);
  }

  private static String minutes(Duration life) {
    return Long.toString(life.toMinutes());
  }
}
