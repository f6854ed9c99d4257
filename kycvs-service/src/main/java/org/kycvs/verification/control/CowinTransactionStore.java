package org.kycvs.verification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;

/** Keeps what clients of the CoWIN-compatible API know verifications by. */
@Dependent
public class CowinTransactionStore {
  private static final String ADD =
      """
      INSERT INTO cowin_transaction (id, verification_id, organisation_id, created_at)
      VALUES (CAST(?1 AS uuid), ?2, ?3, ?4)
      """;
  private static final String FIND =
      """
      SELECT verification_id FROM cowin_transaction
      WHERE id = CAST(?1 AS uuid) AND organisation_id = ?2
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** Keeps a new one. */
  public void add(UUID id, VerificationId verification, OrganisationId organisation, Instant now) {
    database
        .createNativeQuery(ADD)
        .setParameter(1, id.toString())
        .setParameter(2, verification.value())
        .setParameter(3, organisation.value())
        .setParameter(4, Timestamp.from(now))
        .executeUpdate();
  }

  /** The verification of a transaction, if the transaction is the organisation's own. */
  public Optional<VerificationId> find(UUID id, OrganisationId organisation) {
    List<?> found =
        database
            .createNativeQuery(FIND)
            .setParameter(1, id.toString())
            .setParameter(2, organisation.value())
            .getResultList();
    return found.stream().map(String.class::cast).map(VerificationId::new).findFirst();
  }
}
