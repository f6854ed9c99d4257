package org.kycvs.verification.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kycvs.notification.boundary.SmsText;
import org.kycvs.notification.boundary.SmsTextSource;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsTexts;
import org.kycvs.notification.entity.SmsVariable;
import org.kycvs.notification.entity.SmsWording;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.verification.entity.Verification;

/**
 * What the second SMS says: who was told what, with links to the receipt and to "not me". Blocking
 * an organisation does not stop it: the person is told of what was shared before.
 */
@ApplicationScoped
public class CompletionMessages implements SmsTextSource {
  @Inject private VerificationStore verifications;
  @Inject private Organisations organisations;
  @Inject private QuestionSeals people;
  @Inject private PersonLinks links;
  @Inject private SmsTexts texts;

  @Override
  public SmsTemplate template() {
    return SmsTemplate.VERIFICATION_COMPLETED;
  }

  /** Nobody is told of a verification that no longer knows the mobile. */
  @Override
  public SmsText textFor(String reference) {
    return verifications
        .findForOurselves(new VerificationId(reference))
        .filter(found -> found.sealedMobile().isPresent())
        .flatMap(found -> found.completedAt().map(at -> message(found, at)))
        .<SmsText>map(SmsText.Wanted::new)
        .orElseGet(SmsText.NotWaitedFor::new);
  }

  /** The mobile was kept for this message only. */
  @Override
  public void settled(String reference) {
    verifications.forgetMobile(new VerificationId(reference));
  }

  private SmsMessage message(Verification completed, Instant at) {
    SmsWording wording = texts.wording(template(), completed.language());
    return texts.message(
        people.mobile(completed),
        wording,
        Map.of(
            SmsVariable.ORGANISATION,
            organisations.get(completed.asker().organisation()).shortName(),
            SmsVariable.PURPOSE,
            organisations
                .purposeText(completed.purpose(), wording.language(), completed.createdAt())
                .text(),
            SmsVariable.LINK,
            links.of(completed.id(), at).value()),
        Optional.empty(),
        completed.id().value());
  }
}
