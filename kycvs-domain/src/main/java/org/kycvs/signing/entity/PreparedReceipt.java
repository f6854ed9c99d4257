package org.kycvs.signing.entity;

import com.google.errorprone.annotations.RestrictedApi;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A consent receipt that may be signed, once. Its fields are the consent feature's; the issuer and
 * mode are put before them here. Only code that {@link PreparesStatements} marks can prepare one.
 */
public final class PreparedReceipt {
  private final Issuer issuer;
  private final ClaimSet claims;
  private final AtomicBoolean taken = new AtomicBoolean();

  private PreparedReceipt(Issuer issuer, ClaimSet claims) {
    this.issuer = issuer;
    this.claims = claims;
  }

  /**
   * Prepares a receipt for one signature.
   *
   * @param fields all fields of the receipt but {@code iss} and {@code mode}
   * @throws IllegalArgumentException if the fields hold {@code iss} or {@code mode}
   */
  @RestrictedApi(
      explanation = "Only the verification feature prepares receipts, after a redeemed code",
      link = "docs/adr/0007-statements-are-jws.md",
      allowlistAnnotations = PreparesStatements.class)
  public static PreparedReceipt of(Issuer issuer, ClaimSet fields) {
    ClaimSet claims =
        ClaimSet.empty()
            .with("iss", issuer.value())
            .with("mode", issuer.mode().wire())
            .withAll(fields);
    return new PreparedReceipt(issuer, claims);
  }

  /** Who signs it, with the key of its mode. */
  public Issuer issuer() {
    return issuer;
  }

  /**
   * The fields, for the one signature.
   *
   * @throws IllegalStateException if they were taken before
   */
  public ClaimSet take() {
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalStateException("A prepared receipt is signed once");
    }
    return claims;
  }
}
