package org.kycvs.organisation.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.organisation.entity.Organisation;
import org.kycvs.organisation.entity.Purpose;
import org.kycvs.organisation.entity.PurposeText;
import org.kycvs.shared.id.OrganisationId;

/** Finds organisations and purposes in the database. */
@Dependent
public class OrganisationDirectory {
  private static final String APPROVED_PURPOSE =
      "SELECT p.* FROM purpose p JOIN purpose_approval a ON a.purpose_code = p.code"
          + " WHERE a.organisation_id = ?1 AND a.purpose_code = ?2";

  private static final String PURPOSE_TEXT =
      "SELECT coalesce(t.text, p.text) FROM purpose p LEFT JOIN purpose_text t"
          + " ON t.purpose_code = p.code AND t.language = ?2 AND t.added_at <= ?3"
          + " WHERE p.code = ?1";

  private static final String APPROVED_PURPOSES =
      "SELECT purpose_code FROM purpose_approval WHERE organisation_id = ?1 ORDER BY 1";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** The organisation of an id that is on our records. */
  public Organisation get(OrganisationId id) {
    return known(database.find(Organisation.class, id.value()), id.value());
  }

  /** The purpose, if the organisation is approved for it. */
  public Optional<Purpose> approvedPurpose(OrganisationId organisation, String purpose) {
    List<?> found =
        database
            .createNativeQuery(APPROVED_PURPOSE, Purpose.class)
            .setParameter(1, organisation.value())
            .setParameter(2, purpose)
            .getResultList();
    return found.stream().map(Purpose.class::cast).findFirst();
  }

  /** The codes of all purposes that the organisation is approved for. */
  public List<String> approvedPurposes(OrganisationId organisation) {
    List<?> found =
        database
            .createNativeQuery(APPROVED_PURPOSES)
            .setParameter(1, organisation.value())
            .getResultList();
    return found.stream().map(String.class::cast).toList();
  }

  /** What people read of a purpose that is on our records. */
  public PurposeText purposeText(String code, String language, Instant asOf) {
    List<?> found =
        database
            .createNativeQuery(PURPOSE_TEXT)
            // It reads nothing that a call writes, so nothing has to be written before it.
            .setFlushMode(FlushModeType.COMMIT)
            .setParameter(1, code)
            .setParameter(2, language)
            .setParameter(3, Timestamp.from(asOf))
            .getResultList();
    return new PurposeText(
        code, known(found.stream().map(String.class::cast).findFirst().orElse(null), code));
  }

  private static <T> T known(@org.jspecify.annotations.Nullable T found, String key) {
    return Optional.ofNullable(found)
        .orElseThrow(() -> new IllegalStateException("Referenced but missing: " + key));
  }
}
