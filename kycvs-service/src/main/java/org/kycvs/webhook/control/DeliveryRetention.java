package org.kycvs.webhook.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** Removes what is not kept any longer. */
@Dependent
public class DeliveryRetention {
  private static final String OLD =
      """
      DELETE FROM webhook_delivery WHERE number IN (
        SELECT number FROM webhook_delivery WHERE created_at < ?1
        ORDER BY created_at LIMIT ?2 FOR UPDATE SKIP LOCKED)
      """;
  private static final String OF_DELETED =
      """
      DELETE FROM webhook_delivery WHERE number IN (
        SELECT d.number FROM webhook_endpoint e JOIN webhook_delivery d ON d.endpoint_id = e.id
        WHERE e.state = 'DELETED' LIMIT ?1 FOR UPDATE OF d SKIP LOCKED)
      """;
  private static final String DELETED =
      """
      DELETE FROM webhook_endpoint WHERE id IN (
        SELECT id FROM webhook_endpoint e
        WHERE state = 'DELETED'
          AND NOT EXISTS (SELECT FROM webhook_delivery d WHERE d.endpoint_id = e.id)
        LIMIT ?1 FOR UPDATE SKIP LOCKED)
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** Removes deliveries that were made before an instant, and says how many. */
  public int removeBefore(Instant instant, int most) {
    return database
        .createNativeQuery(OLD)
        .setParameter(1, Timestamp.from(instant))
        .setParameter(2, most)
        .executeUpdate();
  }

  /** Removes deliveries of deleted endpoints and then these, and says how many rows. */
  public int removeDeleted(int most) {
    int deliveries = database.createNativeQuery(OF_DELETED).setParameter(1, most).executeUpdate();
    return deliveries + database.createNativeQuery(DELETED).setParameter(1, most).executeUpdate();
  }
}
