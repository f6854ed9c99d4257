package org.kycvs.signing.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.entity.SigningKey;
import org.kycvs.signing.entity.SigningKeyState;

/** The signing keys in the database. */
@ApplicationScoped
public class SigningKeyStore {
  /** Any number that no other advisory lock uses: "kvsk" in ASCII. */
  private static final long LOCK = 0x6b76736bL;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** Waits until no other transaction, on any node, changes keys; held until this one ends. */
  public void lock() {
    database
        .createNativeQuery("select cast(pg_advisory_xact_lock(?) as text)")
        .setParameter(1, LOCK)
        .getSingleResult();
  }

  /** The key that signs in this mode now. */
  public Optional<SigningKey> active(Mode mode) {
    return database
        .createQuery(
            "select k from SigningKey k where k.mode = :mode and k.state = :state",
            SigningKey.class)
        .setParameter("mode", mode.wire())
        .setParameter("state", SigningKeyState.ACTIVE.word())
        .getResultStream()
        .findFirst();
  }

  /** All keys of a mode, in every state, oldest first. */
  public List<SigningKey> all(Mode mode) {
    return database
        .createQuery(
            "select k from SigningKey k where k.mode = :mode order by k.createdAt, k.kid",
            SigningKey.class)
        .setParameter("mode", mode.wire())
        .getResultList();
  }

  /** Keeps a new key. */
  public void add(SigningKey key) {
    database.persist(key);
  }
}
