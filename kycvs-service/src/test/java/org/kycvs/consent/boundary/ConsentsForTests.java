package org.kycvs.consent.boundary;

import java.time.Instant;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

/** Gives tests the consent that only a redeemed code gives otherwise. */
public final class ConsentsForTests {
  private ConsentsForTests() {}

  /** A consent to some organisation's some question. */
  public static GrantedConsent granted(Mode mode, Instant at) {
    return new GrantedConsent(VerificationId.random(), OrganisationId.random(), mode, at);
  }
}
