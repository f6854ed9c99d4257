package org.kycvs.signing.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.control.ClaimDigest;
import org.kycvs.signing.control.KeyRing;
import org.kycvs.signing.control.Signer;
import org.kycvs.signing.entity.Issuer;
import org.kycvs.signing.entity.PreparedReceipt;
import org.kycvs.signing.entity.PreparedStatement;
import org.kycvs.signing.entity.SignedReceipt;
import org.kycvs.signing.entity.SignedStatement;
import org.kycvs.signing.entity.SignedType;
import org.kycvs.signing.entity.SigningSettings;
import org.kycvs.signing.entity.StatementClaims;

/**
 * Signs what the verification feature prepared: ES256 JWS, as {@code api.md} and ADR 7 say.
 * Statements and receipts of a mode are signed with one key and told apart by {@code typ}.
 */
@Stateless
public class StatementSigning {
  @Inject private SigningSettings settings;
  @Inject private SigningKeys keys;
  @Inject private KeyRing ring;

  /** Who signs in this mode; a statement's claims name it. */
  public Issuer issuer(Mode mode) {
    return settings.issuer(mode);
  }

  /**
   * Signs a statement with its mode's active key.
   *
   * @throws IllegalStateException if it was signed before, or names an issuer that is not ours
   */
  public SignedStatement sign(PreparedStatement prepared) {
    StatementClaims claims = prepared.claims();
    Signer signer = signer(claims.issuer());
    return new SignedStatement(
        claims.id(),
        signer.sign(SignedType.STATEMENT, prepared.take()),
        signer.kid(),
        claims.validity().expiresAt());
  }

  /**
   * Signs a consent receipt with its mode's active key.
   *
   * @throws IllegalStateException if it was signed before, or names an issuer that is not ours
   */
  public SignedReceipt signReceipt(PreparedReceipt prepared) {
    Signer signer = signer(prepared.issuer());
    return new SignedReceipt(signer.sign(SignedType.RECEIPT, prepared.take()), signer.kid());
  }

  /**
   * What the audit log keeps of a statement: base64url SHA-256 of the JCS form (RFC 8785) of its
   * claims.
   */
  public String digest(PreparedStatement prepared) {
    return ClaimDigest.of(prepared.claims().toClaimSet());
  }

  private Signer signer(Issuer issuer) {
    Mode mode = issuer.mode();
    if (!issuer.equals(issuer(mode))) {
      throw new IllegalStateException("We do not sign as " + issuer);
    }
    return ring.active(mode)
        .orElseGet(
            () -> {
              keys.ensureActive();
              return ring.active(mode).orElseThrow();
            });
  }
}
