package org.kycvs.consent.boundary;

import java.time.Instant;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

/**
 * The proof that a person said yes to one organisation's one question. Only {code Consents} makes
 * one, from a redeemed code; whoever holds one may read that person's status once.
 */
public final class GrantedConsent {
  private final VerificationId verification;
  private final OrganisationId organisation;
  private final Mode mode;
  private final Instant grantedAt;

  GrantedConsent(
      VerificationId verification, OrganisationId organisation, Mode mode, Instant grantedAt) {
    this.verification = verification;
    this.organisation = organisation;
    this.mode = mode;
    this.grantedAt = grantedAt;
  }

  /** The question that the person said yes to. */
  public VerificationId verification() {
    return verification;
  }

  /** Who asked. */
  public OrganisationId organisation() {
    return organisation;
  }

  /** Whether it concerns a real person or a test person. */
  public Mode mode() {
    return mode;
  }

  /** When the person said yes. */
  public Instant grantedAt() {
    return grantedAt;
  }
}
