package org.kycvs.consent.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kycvs.consent.entity.Consent;
import org.kycvs.consent.entity.ConsentReceipt;
import org.kycvs.shared.id.VerificationId;

/** Keeps consents and receipts in the database. */
@Dependent
public class ConsentStore {
  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** The consent to one question. */
  public Optional<Consent> find(VerificationId verification) {
    return Optional.ofNullable(database.find(Consent.class, verification.value()));
  }

  /** The consents to several questions. */
  public List<Consent> findAll(Collection<VerificationId> verifications) {
    if (verifications.isEmpty()) {
      return List.of();
    }
    return database
        .createQuery("SELECT c FROM Consent c WHERE c.verificationId IN :ids", Consent.class)
        .setParameter("ids", verifications.stream().map(VerificationId::value).toList())
        .getResultList();
  }

  /** Keeps a consent. */
  public void add(Consent consent) {
    database.persist(consent);
  }

  /** Keeps a receipt. */
  public void add(ConsentReceipt receipt) {
    database.persist(receipt);
  }

  /** The newest receipt of one consent. */
  public Optional<ConsentReceipt> newestReceipt(VerificationId verification) {
    List<ConsentReceipt> newest =
        database
            .createQuery(
                "SELECT r FROM ConsentReceipt r WHERE r.verificationId = :verification"
                    + " ORDER BY r.createdAt DESC",
                ConsentReceipt.class)
            .setParameter("verification", verification.value())
            .setMaxResults(1)
            .getResultList();
    return newest.stream().findFirst();
  }
}
