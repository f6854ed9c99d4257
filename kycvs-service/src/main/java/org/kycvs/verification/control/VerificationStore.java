package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.verification.entity.Verification;

/**
 * Keeps verifications in the database; what a caller finds is its organisation's and mode's own.
 */
@Dependent
public class VerificationStore {
  private static final String OVERDUE =
      """
      SELECT id FROM verification
      WHERE state IN ('AWAITING_CODE', 'CONSENTED') AND expires_at <= ?1
      ORDER BY expires_at LIMIT ?2 FOR UPDATE SKIP LOCKED
      """;

  private static final String FORGET_MOBILE =
      "UPDATE verification SET sealed_mobile = NULL"
          + " WHERE id = ?1 AND state = 'COMPLETED' AND sealed_mobile IS NOT NULL";
  private static final String FORGET_MOBILES =
      "UPDATE verification SET sealed_mobile = NULL"
          + " WHERE completed_at <= ?1 AND state = 'COMPLETED' AND sealed_mobile IS NOT NULL";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** Keeps a new verification; it is in the database when this returns. */
  public void add(Verification verification) {
    database.persist(verification);
    database.flush();
  }

  /** A verification by its id, whoever's it is: for our own work, never for a caller. */
  public Optional<Verification> findForOurselves(VerificationId id) {
    return Optional.ofNullable(database.find(Verification.class, id.value()));
  }

  /** The caller's verification. */
  public Optional<Verification> find(KeyActor caller, VerificationId id) {
    return findForOurselves(id).filter(found -> isOf(caller, found));
  }

  /** The caller's verification, held against everybody else until the transaction ends. */
  public Optional<Verification> lock(KeyActor caller, VerificationId id) {
    return Optional.ofNullable(
            database.find(Verification.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
        .filter(found -> isOf(caller, found));
  }

  /** Verifications whose time was over before the instant, held until the transaction ends. */
  public List<Verification> lockOverdue(Instant now, int most) {
    List<?> ids =
        database
            .createNativeQuery(OVERDUE)
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, most)
            .getResultList();
    if (ids.isEmpty()) {
      return List.of();
    }
    return database
        .createQuery("SELECT v FROM Verification v WHERE v.id IN :ids", Verification.class)
        .setParameter("ids", ids)
        .getResultList();
  }

  /** Forgets the mobile of a completed verification: the person was told, or never will be. */
  public void forgetMobile(VerificationId id) {
    database.createNativeQuery(FORGET_MOBILE).setParameter(1, id.value()).executeUpdate();
  }

  /** Forgets the mobiles of all that were completed before an instant or at it. */
  public void forgetMobilesAnsweredBefore(Instant instant) {
    database
        .createNativeQuery(FORGET_MOBILES)
        .setParameter(1, Timestamp.from(instant))
        .executeUpdate();
  }

  private static boolean isOf(KeyActor caller, Verification verification) {
    return verification.asker().organisation().equals(caller.organisation())
        && verification.asker().mode() == caller.mode();
  }
}
