package org.kycvs.signing.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.shared.actor.SystemActor;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.control.KeyWrapping;
import org.kycvs.signing.control.SigningKeyStore;
import org.kycvs.signing.entity.SigningKey;

/** The life of the signing keys. */
@Stateless
public class SigningKeys {
  @Inject private SigningKeyStore store;
  @Inject private KeyWrapping wrapping;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Makes a key for each mode that has no active one, at once active: there is no statement yet
   * whose checker could have missed it. Nodes that start together make one key, not several.
   *
   * <p>A transaction of its own, so that a key is never used whose row is rolled back.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void ensureActive() {
    store.lock();
    for (Mode mode : Mode.values()) {
      if (store.active(mode).isEmpty()) {
        Instant now = clock.instant();
        SigningKey key = wrapping.fresh(mode, now);
        key.activate(now);
        store.add(key);
        audit.record(SystemActor.SIGNING, AuditAct.SIGNING_KEY_MADE, key.kid());
      }
    }
  }
}
