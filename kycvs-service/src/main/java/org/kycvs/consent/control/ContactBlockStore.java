package org.kycvs.consent.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.consent.entity.ContactBlock;
import org.kycvs.shared.id.OrganisationId;

/** The table of blocks and pauses. In all statements ?1 is the mobile's index. */
@Dependent
public class ContactBlockStore {
  /** Pressed twice, it is the same block; a pause is given its new end. */
  private static final String PUT =
      """
      INSERT INTO contact_block (mobile_index, organisation_id, since, until)
      SELECT ?1, CAST(?2 AS text), CAST(?3 AS timestamptz), CAST(?4 AS timestamptz)
      WHERE CAST(?2 AS text) IS NULL OR EXISTS (SELECT 1 FROM organisation WHERE id = ?2)
      ON CONFLICT (mobile_index, organisation_id) DO UPDATE SET until = excluded.until
      """;

  private static final String REMOVE =
      """
      DELETE FROM contact_block
      WHERE mobile_index = ?1 AND organisation_id IS NOT DISTINCT FROM CAST(?2 AS text)
      """;
  private static final String IN_FORCE = "(until IS NULL OR until > CAST(?2 AS timestamptz))";
  private static final String LIST =
      "SELECT organisation_id, since, until FROM contact_block WHERE mobile_index = ?1 AND "
          + IN_FORCE
          + " ORDER BY organisation_id NULLS FIRST";
  private static final String STOPS =
      "SELECT count(*) FROM contact_block WHERE mobile_index = ?1 AND "
          + IN_FORCE
          + " AND (organisation_id IS NULL OR organisation_id = ?3)";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** Keeps a block; false if there is no such organisation. */
  public boolean put(byte[] mobileIndex, ContactBlock block) {
    return database
            .createNativeQuery(PUT)
            .setParameter(1, mobileIndex)
            .setParameter(2, block.organisation().map(OrganisationId::value).orElse(null))
            .setParameter(3, Timestamp.from(block.since()))
            .setParameter(4, block.until().map(Timestamp::from).orElse(null))
            .executeUpdate()
        == 1;
  }

  /** Takes a block away, or the pause; false if there was none. */
  public boolean remove(byte[] mobileIndex, Optional<OrganisationId> organisation) {
    return database
            .createNativeQuery(REMOVE)
            .setParameter(1, mobileIndex)
            .setParameter(2, organisation.map(OrganisationId::value).orElse(null))
            .executeUpdate()
        == 1;
  }

  /** What is in force for a mobile, the pause first. */
  public List<ContactBlock> of(byte[] mobileIndex, Instant now) {
    List<?> rows =
        database
            .createNativeQuery(LIST)
            .setParameter(1, mobileIndex)
            .setParameter(2, Timestamp.from(now))
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(ContactBlockStore::block).toList();
  }

  /** Whether one in force keeps the organisation away from the mobile. */
  public boolean stops(byte[] mobileIndex, OrganisationId organisation, Instant now) {
    Object count =
        database
            .createNativeQuery(STOPS)
            .setParameter(1, mobileIndex)
            .setParameter(2, Timestamp.from(now))
            .setParameter(3, organisation.value())
            .getSingleResult();
    return ((Number) count).longValue() > 0;
  }

  private static ContactBlock block(Object[] row) {
    return new ContactBlock(
        Optional.ofNullable((String) row[0]).map(OrganisationId::new),
        ((Timestamp) row[1]).toInstant(),
        time(row[2]));
  }

  private static Optional<Instant> time(@Nullable Object time) {
    return Optional.ofNullable((Timestamp) time).map(Timestamp::toInstant);
  }
}
