package org.kycvs.otp.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kycvs.otp.entity.OtpChallenge;
import org.kycvs.shared.id.VerificationId;

/** Keeps challenges in the database. */
@Dependent
public class OtpChallengeStore {
  /**
   * Compares and counts in one statement: of many at once, the row's lock lets one after the other
   * through, and each sees what the one before it left. A right code leaves the tries alone, a
   * wrong one takes one, the last one locks.
   */
  private static final String COMPARE =
      """
      UPDATE otp_challenge SET
        state = CASE WHEN code_hash = ?1 THEN 'REDEEMED' WHEN tries_left <= 1 THEN 'LOCKED' ELSE state END,
        sealed_code = CASE WHEN code_hash = ?1 OR tries_left <= 1 THEN NULL ELSE sealed_code END,
        tries_left = CASE WHEN code_hash = ?1 THEN tries_left ELSE tries_left - 1 END,
        code_hash = CASE WHEN code_hash = ?1 OR tries_left > 1 THEN code_hash END
      WHERE verification_id = ?2
        AND (state = 'REDEEMED' OR state = 'WAITING' AND code_expires_at > ?3 AND code_expires_at <= ?4)
      RETURNING coalesce(code_hash = ?1, false), tries_left
      """;

  private static final String END =
      """
      UPDATE otp_challenge SET state = 'ENDED', code_hash = NULL, sealed_code = NULL
      WHERE verification_id = ?1 AND state IN ('WAITING', 'REDEEMED')
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** What comparing a code came to. */
  public record Comparison(boolean right, int triesLeft) {}

  /** Keeps a new challenge. */
  public void add(OtpChallenge challenge) {
    database.persist(challenge);
  }

  /** The challenge of a verification. */
  public Optional<OtpChallenge> find(VerificationId verification) {
    return Optional.ofNullable(database.find(OtpChallenge.class, verification.value()));
  }

  /** The challenge of a verification, held against everybody else until the transaction ends. */
  public Optional<OtpChallenge> lock(VerificationId verification) {
    return Optional.ofNullable(
        database.find(OtpChallenge.class, verification.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** Erases the code of a verification that ended; one that was locked has none any more. */
  public void end(VerificationId verification) {
    database.createNativeQuery(END).setParameter(1, verification.value()).executeUpdate();
  }

  /** The challenges of several verifications. */
  public List<OtpChallenge> findAll(Collection<VerificationId> verifications) {
    if (verifications.isEmpty()) {
      return List.of();
    }
    return database
        .createQuery(
            "SELECT c FROM OtpChallenge c WHERE c.verificationId IN :ids", OtpChallenge.class)
        .setParameter("ids", verifications.stream().map(VerificationId::value).toList())
        .getResultList();
  }

  /**
   * Compares a code by its hash; empty if none is compared: expired, locked or ended.
   *
   * @param latestExpiry when a code expires that is issued now. One that expires later was issued
   *     before the clock was set back, and counts as expired: its life does not begin again
   */
  public Optional<Comparison> compare(
      VerificationId verification, byte[] hash, Instant now, Instant latestExpiry) {
    List<?> rows =
        database
            .createNativeQuery(COMPARE)
            .setParameter(1, hash)
            .setParameter(2, verification.value())
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, Timestamp.from(latestExpiry))
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Comparison((Boolean) row[0], ((Number) row[1]).intValue()))
        .findFirst();
  }
}
