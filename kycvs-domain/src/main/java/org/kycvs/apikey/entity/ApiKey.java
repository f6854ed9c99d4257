package org.kycvs.apikey.entity;

import java.time.Instant;
import java.util.Optional;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * An organisation's API key, as kept: everything but the key. It is issued, may be narrowed, and
 * lives until it is revoked or its time is over; then it is dead at the very next request. A key
 * that is rolled is replaced by another of its name and limits, and ends with the overlap.
 *
 * <p>It does not change: each verb gives the key as it is from then on, or refuses with an {@link
 * ApiKeyRefusedException}.
 */
public record ApiKey(ApiKeyId id, KeyName name, ApiKeyHash hash, KeyLimits limits, KeyLife life) {

  /** A new one. */
  public static ApiKey issue(
      ApiKeyId id, KeyName name, ApiKeyHash hash, KeyLimits limits, String by, Instant now) {
    if (limits.areOverAt(now)) {
      throw new ApiKeyRefusedException(ApiKeyRefusal.EXPIRY_OVER);
    }
    return new ApiKey(id, name, hash, limits, KeyLife.beginning(now, by));
  }

  /** Whose key it is. */
  public OrganisationId organisation() {
    return name.organisation();
  }

  /** The world that it opens. */
  public Mode mode() {
    return name.mode();
  }

  /** Whether it was revoked. */
  public boolean isRevoked() {
    return life.revokedAt().isPresent();
  }

  /** Whether its time is over: from the instant of its expiry, or of the overlap's end, on. */
  public boolean isExpiredAt(Instant now) {
    return limits.areOverAt(now);
  }

  /** Whether it was replaced by another. */
  public boolean isRolled() {
    return life.replacedBy().isPresent();
  }

  /** Whether it can still be used. */
  public boolean isLiveAt(Instant now) {
    return !isRevoked() && !isExpiredAt(now);
  }

  /** With limits within those that it has. */
  public ApiKey narrow(KeyLimits wanted, Instant now) {
    mustLive(now);
    if (!limits.cover(wanted)) {
      throw new ApiKeyRefusedException(ApiKeyRefusal.NOT_NARROWER);
    }
    if (wanted.areOverAt(now)) {
      throw new ApiKeyRefusedException(ApiKeyRefusal.EXPIRY_OVER);
    }
    return new ApiKey(id, name, hash, wanted, life);
  }

  /**
   * The key that is to replace this one, with its name and limits.
   *
   * @param expiry when the new one expires; empty for when this one would have
   */
  public ApiKey successor(
      ApiKeyId newId, ApiKeyHash newHash, Optional<Instant> expiry, String by, Instant now) {
    KeyLimits handedOn = expiry.isPresent() ? limits.expiringAt(expiry) : limits;
    return issue(newId, name, newHash, handedOn, by, now);
  }

  /** Replaced by its successor; it ends with the overlap, or before if it would have anyway. */
  public ApiKey roll(ApiKeyId successor, Overlap overlap, Instant now) {
    mustLive(now);
    if (isRolled()) {
      throw new ApiKeyRefusedException(ApiKeyRefusal.ALREADY_ROLLED);
    }
    return new ApiKey(
        id, name, hash, limits.until(now.plus(overlap.length())), life.replacedBy(successor));
  }

  /** Dead from now on; an expired key may be revoked too. */
  public ApiKey revoke(Instant now) {
    if (isRevoked()) {
      throw new ApiKeyRefusedException(ApiKeyRefusal.ALREADY_REVOKED);
    }
    return new ApiKey(id, name, hash, limits, life.revoked(now));
  }

  private void mustLive(Instant now) {
    if (isRevoked()) {
      throw new ApiKeyRefusedException(ApiKeyRefusal.ALREADY_REVOKED);
    }
    if (isExpiredAt(now)) {
      throw new ApiKeyRefusedException(
          isRolled() ? ApiKeyRefusal.ALREADY_ROLLED : ApiKeyRefusal.EXPIRED);
    }
  }
}
