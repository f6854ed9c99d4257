package org.kycvs.apikey.entity;

import java.time.Instant;
import java.util.Optional;
import org.kycvs.shared.id.ApiKeyId;

/**
 * What happened to a key so far.
 *
 * @param issuedAt when it was issued
 * @param issuedBy by whom, as the audit log names them
 * @param replacedBy the key that it was rolled into
 * @param revokedAt when it was revoked
 */
public record KeyLife(
    Instant issuedAt, String issuedBy, Optional<ApiKeyId> replacedBy, Optional<Instant> revokedAt) {

  static KeyLife beginning(Instant now, String by) {
    return new KeyLife(now, by, Optional.empty(), Optional.empty());
  }

  KeyLife replacedBy(ApiKeyId successor) {
    return new KeyLife(issuedAt, issuedBy, Optional.of(successor), revokedAt);
  }

  KeyLife revoked(Instant now) {
    return new KeyLife(issuedAt, issuedBy, replacedBy, Optional.of(now));
  }
}
