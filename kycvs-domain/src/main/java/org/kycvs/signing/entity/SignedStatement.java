package org.kycvs.signing.entity;

import java.time.Instant;

/**
 * A statement as the organisation gets it.
 *
 * @param id its {@code jti}
 * @param jws the statement
 * @param kid the key that signed it
 * @param expiresAt until when it may be relied on, exclusive
 */
public record SignedStatement(StatementId id, CompactJws jws, String kid, Instant expiresAt) {}
