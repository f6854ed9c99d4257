package org.kycvs.webhook.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.webhook.entity.EndpointChange;
import org.kycvs.webhook.entity.WebhookEndpoint;
import org.kycvs.webhook.entity.WebhookSecret;
import org.kycvs.webhook.entity.WebhookType;

/** The table of endpoints; what a caller finds is its organisation's and mode's own. */
@Dependent
public class EndpointStore {
  private static final String BLANK = " ";

  /**
   * Others who would add one for the same organisation and mode wait until the transaction ends.
   */
  private static final String ONE_BY_ONE =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('webhook-endpoints' || ?1 || ?2, 0)) AS text)";

  private static final String COUNT =
      """
      SELECT count(*) FROM webhook_endpoint
      WHERE organisation_id = ?1 AND mode = ?2 AND state <> 'DELETED'
      """;
  private static final String ADD =
      """
      INSERT INTO webhook_endpoint (id, organisation_id, mode, url, description, types, state,
                                    sealed_secret, created_at)
      VALUES (?1, ?2, ?3, ?4, nullif(?5, ''), string_to_array(?6, ' '), 'ENABLED', ?7, ?8)
      """;
  private static final String FIND =
      """
      SELECT id, mode, url, description, array_to_string(types, ' '), disabled_reason, disabled_at,
             former_secret_until, created_at, last_success_at, last_failure_at, failing_since
      FROM webhook_endpoint
      WHERE organisation_id = ?1 AND mode = ?2 AND state <> 'DELETED'
      """;
  private static final String ONE = " AND id = ?3";
  private static final String LOCK = " FOR NO KEY UPDATE";
  private static final String OLDEST_FIRST = " ORDER BY created_at, id";
  private static final String CHANGE =
      """
      UPDATE webhook_endpoint
      SET url = ?2, types = string_to_array(?3, ' '), description = nullif(?4, '') WHERE id = ?1
      """;
  private static final String ENABLE =
      """
      UPDATE webhook_endpoint
      SET state = 'ENABLED', disabled_reason = NULL, disabled_at = NULL, failing_since = NULL
      WHERE id = ?1 AND state = 'DISABLED'
      """;
  private static final String DISABLE =
      """
      UPDATE webhook_endpoint SET state = 'DISABLED', disabled_reason = ?2, disabled_at = ?3
      WHERE id = ?1 AND state = 'ENABLED'
      """;
  private static final String ROLL =
      """
      UPDATE webhook_endpoint
      SET sealed_former_secret = CASE WHEN CAST(?3 AS timestamptz) > ?4 THEN sealed_secret END,
          former_secret_until = CASE WHEN CAST(?3 AS timestamptz) > ?4 THEN CAST(?3 AS timestamptz) END,
          sealed_secret = ?2
      WHERE id = ?1
      """;
  private static final String DELETE =
      """
      UPDATE webhook_endpoint
      SET state = 'DELETED', disabled_reason = NULL, disabled_at = NULL, sealed_secret = NULL,
          sealed_former_secret = NULL, former_secret_until = NULL
      WHERE id = ?1
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  @Inject private SecretSeals seals;

  /**
   * Keeps a new endpoint.
   *
   * @return false if the organisation has as many as it may; then it is not kept
   */
  public boolean add(KeyActor caller, WebhookEndpoint endpoint, WebhookSecret secret) {
    if (of(caller, ONE_BY_ONE).getResultList().isEmpty() || count(caller) >= WebhookEndpoint.MOST) {
      return false;
    }
    of(caller, ADD, 2)
        .setParameter(1, endpoint.id().value())
        .setParameter(4, endpoint.url())
        .setParameter(5, endpoint.description().orElse(""))
        .setParameter(6, words(endpoint.types()))
        .setParameter(7, seals.seal(secret, endpoint.id()))
        .setParameter(8, Timestamp.from(endpoint.createdAt()))
        .executeUpdate();
    return true;
  }

  /** All of the caller's, the oldest first. */
  public List<WebhookEndpoint> all(KeyActor caller) {
    return read(of(caller, FIND + OLDEST_FIRST));
  }

  /** The caller's endpoint. */
  public Optional<WebhookEndpoint> find(KeyActor caller, WebhookId id) {
    return read(of(caller, FIND + ONE).setParameter(3, id.value())).stream().findFirst();
  }

  /** The caller's endpoint, held against everybody else until the transaction ends. */
  public Optional<WebhookEndpoint> lock(KeyActor caller, WebhookId id) {
    return read(of(caller, FIND + ONE + LOCK).setParameter(3, id.value())).stream().findFirst();
  }

  /** Changes what is to be changed, but for whether it is enabled. */
  public void change(WebhookEndpoint endpoint, EndpointChange change) {
    database
        .createNativeQuery(CHANGE)
        .setParameter(1, endpoint.id().value())
        .setParameter(2, change.url().orElse(endpoint.url()))
        .setParameter(3, words(change.types().orElse(endpoint.types())))
        .setParameter(4, change.description().or(endpoint::description).orElse(""))
        .executeUpdate();
  }

  /** Has events sent to it again; says whether none were sent before. */
  public boolean enable(WebhookId id) {
    return database.createNativeQuery(ENABLE).setParameter(1, id.value()).executeUpdate() == 1;
  }

  /** Has no events sent to it; says whether some were before. */
  public boolean disable(String id, String reason, Instant now) {
    return database
            .createNativeQuery(DISABLE)
            .setParameter(1, id)
            .setParameter(2, reason)
            .setParameter(3, Timestamp.from(now))
            .executeUpdate()
        == 1;
  }

  /** Signs with this secret from now on, and with the one before it until an instant. */
  public void roll(WebhookId id, WebhookSecret secret, Instant formerUntil, Instant now) {
    database
        .createNativeQuery(ROLL)
        .setParameter(1, id.value())
        .setParameter(2, seals.seal(secret, id))
        .setParameter(3, Timestamp.from(formerUntil))
        .setParameter(4, Timestamp.from(now))
        .executeUpdate();
  }

  /** Forgets its secrets, and sends nothing to it; a timer removes the rest. */
  public void delete(WebhookId id) {
    database.createNativeQuery(DELETE).setParameter(1, id.value()).executeUpdate();
  }

  private int count(KeyActor caller) {
    return Rows.number(of(caller, COUNT).getSingleResult());
  }

  private Query of(KeyActor caller, String sql) {
    return of(caller, sql, 1);
  }

  private Query of(KeyActor caller, String sql, int first) {
    return database
        .createNativeQuery(sql)
        .setParameter(first, caller.organisation().value())
        .setParameter(first + 1, caller.mode().name());
  }

  private static List<WebhookEndpoint> read(Query query) {
    List<?> rows = query.getResultList();
    return rows.stream().map(Object[].class::cast).map(EndpointStore::endpoint).toList();
  }

  private static WebhookEndpoint endpoint(Object[] row) {
    return new WebhookEndpoint(
        new WebhookId(Rows.text(row[0])),
        Mode.valueOf(Rows.text(row[1])),
        Rows.text(row[2]),
        Rows.optionalText(row[3]),
        Stream.of(Rows.text(row[4]).split(BLANK, -1))
            .flatMap(word -> WebhookType.parse(word).stream())
            .toList(),
        Rows.optionalText(row[5])
            .map(reason -> new WebhookEndpoint.Disabled(reason, Rows.time(row[6]))),
        Rows.optionalTime(row[7]),
        Rows.time(row[8]),
        Rows.optionalTime(row[9]),
        Rows.optionalTime(row[10]),
        Rows.optionalTime(row[11]));
  }

  private static String words(List<WebhookType> types) {
    return types.stream().map(WebhookType::wire).collect(Collectors.joining(BLANK));
  }
}
