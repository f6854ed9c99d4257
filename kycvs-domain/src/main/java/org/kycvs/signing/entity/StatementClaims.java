package org.kycvs.signing.entity;

/**
 * Everything that a statement says. There is no place in it for a name, a mobile, a dose, a date of
 * birth or a registry reference.
 *
 * @param issuer who says it; the issuer's mode is the statement's
 * @param id the statement's own name
 * @param question who asked, and what for
 * @param answer what the answer is
 * @param subject whom it is about
 * @param validity when it may be relied on
 * @param consent on which consent it rests
 */
public record StatementClaims(
    Issuer issuer,
    StatementId id,
    Question question,
    Answer answer,
    Subject subject,
    Validity validity,
    ConsentReference consent) {

  /** As claims on the wire: {@code iat} and {@code exp} in seconds, {@code asOf} as RFC 3339. */
  public ClaimSet toClaimSet() {
    ClaimSet claims =
        ClaimSet.empty()
            .with("iss", issuer.value())
            .with("aud", question.organisation().value())
            .with("iat", validity.issuedAt().getEpochSecond())
            .with("exp", validity.expiresAt().getEpochSecond())
            .with("jti", id.value())
            .with("txn", question.verification().value());
    if (question.nonce().isPresent()) {
      claims = claims.with("nonce", question.nonce().get());
    }
    return claims
        .with("sub", subject.pseudonym())
        .with("purpose", question.purpose())
        .with("status", answer.status())
        .with("meaning", answer.meaning())
        .with("rule", answer.rule())
        .with("asOf", answer.asOf().toString())
        .with("mode", issuer.mode().wire())
        .with("method", consent.method().wire())
        .with("receipt", consent.receipt().value())
        .with("receiptHash", consent.receiptHash())
        .with("subjectCommitment", subject.commitment());
  }
}
