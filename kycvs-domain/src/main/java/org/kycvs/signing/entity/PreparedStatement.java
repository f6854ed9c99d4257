package org.kycvs.signing.entity;

import com.google.errorprone.annotations.RestrictedApi;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A statement that may be signed, once. Nothing is signed that was not prepared, and only code that
 * {@link PreparesStatements} marks can prepare: the build refuses all other calls of {@link #of}.
 */
public final class PreparedStatement {
  private final StatementClaims claims;
  private final AtomicBoolean taken = new AtomicBoolean();

  private PreparedStatement(StatementClaims claims) {
    this.claims = claims;
  }

  /** Prepares the claims for one signature. */
  @RestrictedApi(
      explanation = "Only the verification feature prepares statements, after a redeemed code",
      link = "docs/adr/0007-statements-are-jws.md",
      allowlistAnnotations = PreparesStatements.class)
  public static PreparedStatement of(StatementClaims claims) {
    return new PreparedStatement(claims);
  }

  /** What will be signed. */
  public StatementClaims claims() {
    return claims;
  }

  /**
   * The claims, for the one signature.
   *
   * @throws IllegalStateException if they were taken before
   */
  public ClaimSet take() {
    if (!taken.compareAndSet(false, true)) {
      throw new IllegalStateException("A prepared statement is signed once");
    }
    return claims.toClaimSet();
  }
}
