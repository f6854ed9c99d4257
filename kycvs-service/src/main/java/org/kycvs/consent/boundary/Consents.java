package org.kycvs.consent.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.consent.control.ConsentStore;
import org.kycvs.consent.entity.Consent;
import org.kycvs.otp.boundary.OtpRedemption.Redeemed;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

/** Consents: given by redeeming the code that was bound to the question. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Consents {
  @Inject private ConsentStore consents;
  @Inject private AuditLog audit;

  /**
   * The consent that the redeemed code is, if it was given for the first time.
   *
   * @param actor who brought the code
   */
  public GrantedConsent give(Redeemed redeemed, Mode mode, Actor actor) {
    Consent consent = Consent.given(redeemed.binding(), mode, redeemed.at());
    consents.add(consent);
    audit.record(actor, AuditAct.CONSENT_GIVEN, redeemed.binding().verification().value());
    return granted(consent);
  }

  /** The consent that the same code gave before. */
  public GrantedConsent given(Redeemed redeemed) {
    return consents
        .find(redeemed.binding().verification())
        .map(Consents::granted)
        .orElseThrow(() -> new IllegalStateException("Redeemed before, but nobody consented"));
  }

  /** The consent to one question, given or withdrawn. */
  public Optional<Consent> of(VerificationId verification) {
    return consents.find(verification);
  }

  /** The consents to several questions, given or withdrawn. */
  public List<Consent> of(Collection<VerificationId> verifications) {
    return consents.findAll(verifications);
  }

  private static GrantedConsent granted(Consent consent) {
    return new GrantedConsent(
        consent.verification(), consent.organisation(), consent.mode(), consent.givenAt());
  }
}
