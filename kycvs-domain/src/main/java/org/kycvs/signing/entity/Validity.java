package org.kycvs.signing.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when until when a statement may be relied on, in whole seconds as JWT's {@code iat} and
 * {@code exp} have them (RFC 7519); fractions are cut off.
 *
 * @param issuedAt inclusive
 * @param expiresAt exclusive
 */
public record Validity(Instant issuedAt, Instant expiresAt) {

  /** Refuses an end that is not after the beginning. */
  public Validity {
    issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
    expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    if (!expiresAt.isAfter(issuedAt)) {
      throw new IllegalArgumentException("A statement ends after it begins");
    }
  }

  /** From this moment for this long. */
  public static Validity from(Instant issuedAt, Duration life) {
    return new Validity(issuedAt, issuedAt.plus(life));
  }
}
