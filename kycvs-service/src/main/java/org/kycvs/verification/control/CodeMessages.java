package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.kycvs.notification.boundary.SmsTextSource;
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
@Dependent
public class CodeMessages implements SmsTextSource {
  private final VerificationStore verifications;
  private final OtpChallenges challenges;
  private final Organisations organisations;
  private final QuestionSeals people;
  private final StatementSigning signing;
  private final OtpSettings settings;
  private final Clock clock;

  /** With the features that know a part of the message. */
  @Inject
  public CodeMessages(
      VerificationStore verifications,
      OtpChallenges challenges,
      Organisations organisations,
      QuestionSeals people,
      StatementSigning signing,
      OtpSettings settings,
      Clock clock) {
    this.verifications = verifications;
    this.challenges = challenges;
    this.organisations = organisations;
    this.people = people;
    this.signing = signing;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public SmsTemplate template() {
    return SmsTemplate.VERIFICATION_CODE;
  }

  @Override
  public Optional<SmsMessage> messageFor(String reference) {
    VerificationId id = new VerificationId(reference);
    return verifications
        .findForOurselves(id)
        .filter(asked -> asked.stateAt(clock.instant()) == VerificationState.AWAITING_CODE)
        .flatMap(asked -> challenges.forMessage(id).map(code -> message(asked, code)));
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
    return new SmsMessage(people.mobile(asked), text, code.revealDigits(), asked.id().value());
  }

  private static String minutes(Duration life) {
    return Long.toString(life.toMinutes());
  }
}
