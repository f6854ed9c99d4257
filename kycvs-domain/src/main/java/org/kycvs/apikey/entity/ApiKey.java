package org.kycvs.apikey.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.MessageDigest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * An organisation's API key, as kept: everything but the key. It lives until it is revoked or its
 * time is over, and is dead at the very next request.
 */
@Entity
@Table(name = "api_key")
public class ApiKey {
  @Id private String id;

  @Column(name = "organisation_id")
  private String organisationId;

  @Enumerated(EnumType.STRING)
  private Mode mode;

  @Column(name = "key_hash")
  private byte[] keyHash;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  /** For the persistence provider. */
  protected ApiKey() {}

  /** Names it. */
  public ApiKeyId id() {
    return new ApiKeyId(id);
  }

  /** Whose key it is. */
  public OrganisationId organisation() {
    return new OrganisationId(organisationId);
  }

  /** The world that it opens. */
  public Mode mode() {
    return mode;
  }

  /** Whether a presented key with this hash is this key; takes the same time whatever differs. */
  public boolean hasHash(byte[] presentedHash) {
    return MessageDigest.isEqual(keyHash, presentedHash);
  }

  /** Whether it was revoked. */
  public boolean isRevoked() {
    return revokedAt != null;
  }

  /** Whether its time is over: from the instant of its expiry on. */
  public boolean isExpiredAt(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
