package org.kycvs.webhook.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.id.WebhookDeliveryId;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.webhook.entity.WebhookEndpoint;
import org.kycvs.webhook.entity.WebhookEvent;
import org.kycvs.webhook.entity.WebhookSecret;
import org.kycvs.webhook.entity.WebhookTarget;
import org.kycvs.webhook.entity.WebhookType;

/** Deliveries on their way: put there with what they tell of, and taken to be sent. */
@Dependent
public class DeliveryQueue {
  /** How long whoever took a delivery may be silent before another takes it. */
  public static final Duration LEASE = Duration.ofSeconds(45);

  /**
   * At one endpoint at once, over all nodes; at one that fails, one to see whether it still does.
   */
  private static final int AT_ONCE = 4;

  private static final int AT_ONCE_FAILING = 1;

  /** The one round trip: to each endpoint that wants it, none or ten. */
  private static final String PUT =
      """
      INSERT INTO webhook_delivery (id, endpoint_id, event_id, type, verification_id, body, state,
                                    due_at, created_at)
      SELECT (string_to_array(?1, ' '))[row_number() OVER ()], id, ?2, ?3, nullif(?4, ''), ?5,
             'WAITING', ?6, ?6
      FROM webhook_endpoint
      WHERE organisation_id = ?7 AND mode = ?8 AND state <> 'DELETED' AND ?3 = ANY (types)
      """;

  private static final String PUT_ONE =
      """
      INSERT INTO webhook_delivery (id, endpoint_id, event_id, type, body, state, due_at, created_at)
      VALUES (?1, ?2, ?3, ?4, ?5, 'WAITING', ?6, ?6)
      """;

  /** One taker at a time, over all nodes: each sees what the one before it took. */
  private static final String ONE_BY_ONE =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('webhook-deliveries', 0)) AS text)";

  private static final String TAKE =
      """
      UPDATE webhook_delivery d
      SET state = 'SENDING', due_at = ?2, tries = d.tries + 1, attempts = d.attempts + 1
      FROM (
        SELECT due.number, e.*
        FROM webhook_endpoint e CROSS JOIN LATERAL (
          SELECT w.number, w.due_at FROM webhook_delivery w
          WHERE w.endpoint_id = e.id AND w.state IN ('WAITING', 'SENDING') AND w.due_at <= ?1
            AND NOT EXISTS (
              SELECT FROM webhook_delivery b
              WHERE b.endpoint_id = w.endpoint_id AND b.verification_id = w.verification_id
                AND b.number < w.number AND b.state IN ('WAITING', 'SENDING'))
          ORDER BY w.due_at, w.number
          LIMIT greatest(0, ?3 - (
            SELECT count(*) FROM webhook_delivery s
            WHERE s.endpoint_id = e.id AND s.state = 'SENDING' AND s.due_at > ?1))
          FOR UPDATE SKIP LOCKED) due
        WHERE e.state = 'ENABLED' AND (e.failing_since IS NOT NULL) = ?4
        ORDER BY due.due_at, due.number LIMIT ?5) t
      WHERE d.number = t.number
      RETURNING d.number, d.attempts, d.tries, d.event_id, d.body, t.id, t.organisation_id, t.mode,
                t.url, t.sealed_secret,
                CASE WHEN t.former_secret_until > ?1 THEN t.sealed_former_secret END,
                d.type
      """;
  private static final String BEGIN_AGAIN =
      """
      UPDATE webhook_delivery SET due_at = ?2, tries = 0 WHERE endpoint_id = ?1 AND state = 'WAITING'
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  @Inject private SecretSeals seals;

  /** Has an event sent to each endpoint that wants it; says to how many. */
  public int put(WebhookEvent event, Instant now) {
    return database
        .createNativeQuery(PUT)
        .setParameter(1, ids())
        .setParameter(2, event.id())
        .setParameter(3, event.type().wire())
        .setParameter(4, event.subject().map(about -> about.verification().value()).orElse(""))
        .setParameter(5, event.body())
        .setParameter(6, Timestamp.from(now))
        .setParameter(7, event.organisation().value())
        .setParameter(8, event.mode().name())
        .executeUpdate();
  }

  /** Has an event sent to one endpoint, whether it wants its type or not. */
  public WebhookDeliveryId put(WebhookEvent event, WebhookId endpoint, Instant now) {
    WebhookDeliveryId id = WebhookDeliveryId.random();
    int added =
        database
            .createNativeQuery(PUT_ONE)
            .setParameter(1, id.value())
            .setParameter(2, endpoint.value())
            .setParameter(3, event.id())
            .setParameter(4, event.type().wire())
            .setParameter(5, event.body())
            .setParameter(6, Timestamp.from(now))
            .executeUpdate();
    if (added != 1) {
      throw new IllegalStateException("Added " + added + " deliveries instead of one");
    }
    return id;
  }

  /**
   * Takes deliveries that are due, the oldest first, a few of each endpoint.
   *
   * @param failing of endpoints whose last try failed, or of all others
   */
  public List<TakenDelivery> take(boolean failing, Instant now, int most) {
    List<?> waited = database.createNativeQuery(ONE_BY_ONE).getResultList();
    if (waited.isEmpty()) {
      return List.of();
    }
    Instant until = now.plus(LEASE);
    List<?> rows =
        database
            .createNativeQuery(TAKE)
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, Timestamp.from(until))
            .setParameter(3, failing ? AT_ONCE_FAILING : AT_ONCE)
            .setParameter(4, failing)
            .setParameter(5, most)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> taken(row, until))
        .sorted(Comparator.comparing(TakenDelivery::number))
        .toList();
  }

  /** All that waits for an endpoint is due now, and has all its tries again. */
  public void beginAgain(WebhookId endpoint, Instant now) {
    database
        .createNativeQuery(BEGIN_AGAIN)
        .setParameter(1, endpoint.value())
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
  }

  private TakenDelivery taken(Object[] row, Instant until) {
    String endpoint = Rows.text(row[5]);
    List<WebhookSecret> secrets = new ArrayList<>();
    secrets.add(seals.open((byte[]) row[9], endpoint));
    if (row[10] != null) {
      secrets.add(seals.open((byte[]) row[10], endpoint));
    }
    return new TakenDelivery(
        Rows.longNumber(row[0]),
        Rows.number(row[1]),
        Rows.number(row[2]),
        Rows.text(row[11]).equals(WebhookType.PING.wire()),
        until,
        Rows.text(row[3]),
        Rows.text(row[4]),
        new TakenDelivery.Endpoint(
            endpoint,
            new OrganisationId(Rows.text(row[6])),
            Mode.valueOf(Rows.text(row[7])),
            WebhookTarget.of(Rows.text(row[8])),
            secrets));
  }

  /** As many as there may be endpoints, and more to be sure. */
  private static String ids() {
    return Stream.generate(() -> "dlv_" + RandomText.id())
        .limit(2L * WebhookEndpoint.MOST)
        .collect(Collectors.joining(" "));
  }
}
