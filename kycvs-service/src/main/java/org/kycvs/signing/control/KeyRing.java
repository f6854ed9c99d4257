package org.kycvs.signing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.entity.SigningKey;

/**
 * Holds each mode's active key open, so that a signature costs no round trip to the database.
 *
 * <p>Which key is active is read again when what is known is {@link #STALENESS} old: so long after
 * a rotation a node may still sign with the former key, which is why checkers allow 60 s around a
 * key's times. The private key is opened again only when another one is active.
 */
@ApplicationScoped
public class KeyRing {
  /** How old the knowledge of which key is active may be, exclusive. */
  static final Duration STALENESS = Duration.ofSeconds(5);

  private final Map<Mode, Held> held = new ConcurrentHashMap<>();

  @Inject private Clock clock;
  @Inject private SigningKeyStore store;
  @Inject private KeyWrapping wrapping;

  KeyRing() {}

  KeyRing(Clock clock, SigningKeyStore store, KeyWrapping wrapping) {
    this.clock = clock;
    this.store = store;
    this.wrapping = wrapping;
  }

  /**
   * What signs in this mode, or empty if there is no active key.
   *
   * @throws IllegalStateException if the key cannot be opened with this master key
   */
  public Optional<Signer> active(Mode mode) {
    Instant now = clock.instant();
    Held known = held.get(mode);
    if (known != null && known.isFresh(now)) {
      return Optional.of(known.signer);
    }
    Optional<Signer> signer = store.active(mode).map(key -> open(key, known));
    signer.ifPresentOrElse(
        opened -> held.put(mode, new Held(opened, now)), () -> held.remove(mode));
    return signer;
  }

  private Signer open(SigningKey key, @Nullable Held known) {
    if (known != null && known.signer.kid().equals(key.kid())) {
      return known.signer;
    }
    return wrapping.unwrap(key);
  }

  private record Held(Signer signer, Instant readAt) {

    boolean isFresh(Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(STALENESS));
    }
  }
}
