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
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsTexts;
import org.kycvs.notification.entity.SmsVariable;
import org.kycvs.notification.entity.SmsWording;
import org.kycvs.notification.entity.SmsWordings;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.otp.boundary.OtpChallenges;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.OtpSettings;
import org.kycvs.otp.entity.RevealsOneTimePassword;
import org.kycvs.shared.id.VerificationId;
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
  @Inject private SmsTexts texts;
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
    SmsWording wording = wording(asked);
    return texts.message(
        people.mobile(asked),
        wording,
        Map.of(
            SmsVariable.CODE,
            code.revealDigits(),
            SmsVariable.ORGANISATION,
            organisations.get(asked.asker().organisation()).shortName(),
            SmsVariable.PURPOSE,
            organisations
                .purposeText(asked.purpose(), wording.language(), asked.createdAt())
                .text(),
            SmsVariable.MINUTES,
            minutes(settings.codeLife())),
        Optional.of(code.revealDigits()),
        asked.id().value());
  }

  /** What was settled on when it was asked; a node that is newer than this one may have asked. */
  private static SmsWording wording(Verification asked) {
    return SmsWordings.builtIn()
        .find(asked.wording())
        .orElseThrow(() -> new IllegalStateException("This node has no text " + asked.wording()));
  }

  private static String minutes(Duration life) {
    return Long.toString(life.toMinutes());
  }
}
