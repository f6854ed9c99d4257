package org.kycvs.webhook.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.shared.id.WebhookDeliveryId;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.webhook.entity.DeliveryState;
import org.kycvs.webhook.entity.WebhookAttempt;
import org.kycvs.webhook.entity.WebhookDelivery;

/** Deliveries as their organisation sees them. */
@Dependent
public class DeliveryList {
  private static final int SHOWN_ATTEMPTS = 50;

  /**
   * One whose sender died counts as waiting, and one that waits for a disabled endpoint as held.
   */
  private static final String STATE =
      """
      CASE WHEN d.state IN ('DELIVERED', 'GIVEN_UP') THEN d.state
           WHEN d.state = 'SENDING' AND d.due_at > ?1 THEN 'SENDING'
           WHEN e.state = 'DISABLED' THEN 'HELD'
           ELSE 'WAITING' END
      """;

  private static final String FIND =
      "SELECT d.number, d.id, d.endpoint_id, d.event_id, d.type, d.verification_id, d.body, "
          + STATE
          + """
           AS stands, d.created_at, d.due_at, d.attempts
          FROM webhook_delivery d JOIN webhook_endpoint e ON e.id = d.endpoint_id
          WHERE e.organisation_id = ?2 AND e.mode = ?3 AND e.state <> 'DELETED'
          """;
  private static final String ONE = " AND d.id = ?4";
  private static final String LOCK = " FOR NO KEY UPDATE OF d";
  private static final String OF_ENDPOINT = " AND d.endpoint_id = ?4 AND d.number < ?5";
  private static final String IN_STATE = " AND " + STATE + " = ?7";
  private static final String NEWEST_FIRST = " ORDER BY d.number DESC LIMIT ?6";
  private static final String ATTEMPTS =
      """
      SELECT at, url, request_headers, duration_millis, status, answer_headers, answer_body, error
      FROM webhook_attempt WHERE delivery_number = ?1 ORDER BY attempt DESC LIMIT ?2
      """;
  private static final String AGAIN =
      "UPDATE webhook_delivery SET state = 'WAITING', due_at = ?2, tries = 0 WHERE number = ?1";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** The caller's delivery. */
  public Optional<WebhookDelivery> find(KeyActor caller, WebhookDeliveryId id, Instant now) {
    return read(query(caller, FIND + ONE, now).setParameter(4, id.value())).stream().findFirst();
  }

  /** The caller's delivery, held against everybody else until the transaction ends. */
  public Optional<WebhookDelivery> lock(KeyActor caller, WebhookDeliveryId id, Instant now) {
    return read(query(caller, FIND + ONE + LOCK, now).setParameter(4, id.value())).stream()
        .findFirst();
  }

  /** Those of the caller's endpoint before a place, the newest first. */
  public List<WebhookDelivery> newestFirst(
      KeyActor caller,
      WebhookId endpoint,
      Optional<DeliveryState> state,
      OptionalLong before,
      Instant now,
      int most) {
    String filter = state.isPresent() ? IN_STATE : "";
    Query query =
        query(caller, FIND + OF_ENDPOINT + filter + NEWEST_FIRST, now)
            .setParameter(4, endpoint.value())
            .setParameter(5, before.orElse(Long.MAX_VALUE))
            .setParameter(6, most);
    state.ifPresent(wanted -> query.setParameter(7, wanted.name()));
    return read(query);
  }

  /** How its last fifty tries went, the last first. */
  public List<WebhookAttempt> attempts(WebhookDelivery delivery) {
    List<?> rows =
        database
            .createNativeQuery(ATTEMPTS)
            .setParameter(1, delivery.number())
            .setParameter(2, SHOWN_ATTEMPTS)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(DeliveryList::attempt).toList();
  }

  /** Has it sent once more, now, with all its tries. */
  public void again(WebhookDelivery delivery, Instant now) {
    database
        .createNativeQuery(AGAIN)
        .setParameter(1, delivery.number())
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
  }

  private Query query(KeyActor caller, String sql, Instant now) {
    return database
        .createNativeQuery(sql)
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, caller.organisation().value())
        .setParameter(3, caller.mode().name());
  }

  private static List<WebhookDelivery> read(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).map(DeliveryList::delivery).toList();
  }

  private static WebhookDelivery delivery(Object[] row) {
    DeliveryState state = DeliveryState.valueOf(Rows.text(row[7]));
    return new WebhookDelivery(
        Rows.longNumber(row[0]),
        new WebhookDeliveryId(Rows.text(row[1])),
        new WebhookId(Rows.text(row[2])),
        Rows.text(row[3]),
        Rows.text(row[4]),
        Rows.optionalText(row[5]),
        Rows.text(row[6]),
        state,
        Rows.time(row[8]),
        state == DeliveryState.WAITING ? Rows.optionalTime(row[9]) : Optional.empty(),
        Rows.number(row[10]));
  }

  private static WebhookAttempt attempt(Object[] row) {
    return new WebhookAttempt(
        Rows.time(row[0]),
        Rows.text(row[1]),
        Rows.text(row[2]),
        Duration.ofMillis(Rows.longNumber(row[3])),
        row[4] == null
            ? Optional.empty()
            : Optional.of(
                new WebhookAttempt.Answer(Rows.number(row[4]), Rows.text(row[5]), (byte[]) row[6])),
        Rows.optionalText(row[7]));
  }
}
