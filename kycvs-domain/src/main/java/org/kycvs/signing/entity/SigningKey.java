package org.kycvs.signing.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.mode.Mode;

/**
 * A key pair that signs statements and receipts of one mode. It is born pending: its public half is
 * published, so that checkers know it before the first signature. Then it becomes active, and signs
 * alone in its mode; then it retires, and its public half stays published for ever with the times
 * between which it signed. The private half is kept sealed; who holds this object cannot sign.
 *
 * <p>Times are {@link OffsetDateTime} fields because JPA 3.1 has no basic type {@link Instant}.
 */
@Entity
@Cacheable(false)
@Table(name = "signing_key")
public class SigningKey {
  /** The one algorithm so far: ECDSA on P-256 with SHA-256 (RFC 7518 section 3.4). */
  public static final String ES256 = "ES256";

  @Id private String kid;
  private String mode;
  private String algorithm;

  @Column(name = "public_jwk")
  private String publicJwk;

  @Column(name = "private_key_sealed")
  private byte[] privateKeySealed;

  private String state;

  @Column(name = "active_from")
  private @Nullable OffsetDateTime activeFrom;

  @Column(name = "active_to")
  private @Nullable OffsetDateTime activeTo;

  @Column(name = "compromised_at")
  private @Nullable OffsetDateTime compromisedAt;

  @Column(name = "created_at")
  private OffsetDateTime createdAt;

  /** For JPA. */
  protected SigningKey() {}

  /**
   * A new ES256 key that does not sign yet.
   *
   * @param kid RFC 7638 thumbprint of the public key
   * @param publicJwk the public key as JWK (RFC 7517)
   * @param privateKeySealed the private key, sealed, bound to mode and kid
   */
  public static SigningKey pending(
      String kid, Mode mode, String publicJwk, byte[] privateKeySealed, Instant createdAt) {
    SigningKey key = new SigningKey();
    key.kid = kid;
    key.mode = mode.wire();
    key.algorithm = ES256;
    key.publicJwk = publicJwk;
    key.privateKeySealed = privateKeySealed.clone();
    key.state = SigningKeyState.PENDING.word();
    key.createdAt = utc(createdAt);
    return key;
  }

  /**
   * Begins to sign.
   *
   * @throws IllegalStateException if it is not pending
   */
  public void activate(Instant at) {
    require(SigningKeyState.PENDING);
    state = SigningKeyState.ACTIVE.word();
    activeFrom = utc(at);
  }

  /**
   * Ends to sign; what it signed can still be checked.
   *
   * @throws IllegalStateException if it is not active
   */
  public void retire(Instant at) {
    require(SigningKeyState.ACTIVE);
    state = SigningKeyState.RETIRED.word();
    activeTo = utc(at);
  }

  private void require(SigningKeyState needed) {
    if (state() != needed) {
      throw new IllegalStateException("Signing key " + kid + " is " + state + ", not " + needed);
    }
  }

  /** Its RFC 7638 thumbprint. */
  public String kid() {
    return kid;
  }

  /** Which mode's statements it signs. */
  public Mode mode() {
    return Mode.ofWire(mode);
  }

  /** The JWS algorithm that it signs with (RFC 7518). */
  public String algorithm() {
    return algorithm;
  }

  /** The public key as JWK. */
  public String publicJwk() {
    return publicJwk;
  }

  /** The private key, sealed. */
  public byte[] privateKeySealed() {
    return privateKeySealed.clone();
  }

  /** Where it is in its life. */
  public SigningKeyState state() {
    return SigningKeyState.ofWord(state);
  }

  /** Since when it signs; empty while pending. */
  public Optional<Instant> activeFrom() {
    return Optional.ofNullable(activeFrom).map(OffsetDateTime::toInstant);
  }

  /** When it signed for the last time; empty until it retires. */
  public Optional<Instant> activeTo() {
    return Optional.ofNullable(activeTo).map(OffsetDateTime::toInstant);
  }

  /** From when somebody else may have had the private key; empty if that is not known to be so. */
  public Optional<Instant> compromisedAt() {
    return Optional.ofNullable(compromisedAt).map(OffsetDateTime::toInstant);
  }

  /** When it was made. */
  public Instant createdAt() {
    return createdAt.toInstant();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
