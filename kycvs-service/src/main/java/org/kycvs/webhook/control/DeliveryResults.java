package org.kycvs.webhook.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.webhook.entity.WebhookAttempt;

/** What became of tries. */
@Dependent
public class DeliveryResults {
  private static final String ATTEMPT =
      """
      INSERT INTO webhook_attempt (delivery_number, attempt, at, url, request_headers,
                                   duration_millis, error)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, '')
      WHERE EXISTS (SELECT FROM webhook_delivery WHERE number = ?1)
      """;
  private static final String ANSWERED_ATTEMPT =
      """
      INSERT INTO webhook_attempt (delivery_number, attempt, at, url, request_headers,
                                   duration_millis, error, status, answer_headers, answer_body)
      SELECT ?1, ?2, ?3, ?4, ?5, ?6, nullif(?7, ''), ?8, ?9, ?10
      WHERE EXISTS (SELECT FROM webhook_delivery WHERE number = ?1)
      """;

  /** Nothing, if others took it meanwhile: it counted as died. */
  private static final String END =
      """
      UPDATE webhook_delivery SET state = ?3
      WHERE number = ?1 AND attempts = ?2 AND state = 'SENDING'
      """;

  private static final String AGAIN =
      """
      UPDATE webhook_delivery SET state = 'WAITING', due_at = ?3
      WHERE number = ?1 AND attempts = ?2 AND state = 'SENDING'
      """;

  private static final String LET_GO =
      """
      UPDATE webhook_delivery SET state = 'WAITING', due_at = ?3, tries = tries - 1
      WHERE number = ?1 AND attempts = ?2 AND state = 'SENDING'
      """;

  /** Says since when it had been failing; held so that of two successes one sees it. */
  private static final String WORKS =
      """
      WITH was AS (SELECT id, failing_since FROM webhook_endpoint WHERE id = ?1 FOR NO KEY UPDATE)
      UPDATE webhook_endpoint e SET last_success_at = ?2, failing_since = NULL
      FROM was WHERE e.id = was.id RETURNING was.failing_since
      """;

  private static final String FAILS =
      """
      UPDATE webhook_endpoint
      SET last_failure_at = ?2, failing_since = coalesce(failing_since, ?2) WHERE id = ?1
      """;
  private static final String HURRY =
      """
      UPDATE webhook_delivery SET due_at = ?2
      WHERE endpoint_id = ?1 AND state = 'WAITING' AND due_at > ?2
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /** Keeps how a try went. */
  public void keep(TakenDelivery taken, WebhookAttempt attempt) {
    Query query =
        database.createNativeQuery(attempt.answer().isPresent() ? ANSWERED_ATTEMPT : ATTEMPT);
    query
        .setParameter(1, taken.number())
        .setParameter(2, taken.attempt())
        .setParameter(3, Timestamp.from(attempt.at()))
        .setParameter(4, attempt.url())
        .setParameter(5, attempt.requestHeaders())
        .setParameter(6, Math.toIntExact(attempt.took().toMillis()))
        .setParameter(7, attempt.error().orElse(""));
    attempt
        .answer()
        .ifPresent(
            answer ->
                query
                    .setParameter(8, answer.status())
                    .setParameter(9, answer.headers())
                    .setParameter(10, answer.body()));
    query.executeUpdate();
  }

  /** It got through. */
  public boolean delivered(TakenDelivery taken) {
    return end(taken, "DELIVERED");
  }

  /** It did not get through, and is not tried again. */
  public boolean givenUp(TakenDelivery taken) {
    return end(taken, "GIVEN_UP");
  }

  /** It did not get through, and is tried again at an instant. */
  public boolean again(TakenDelivery taken, Instant at) {
    return waits(AGAIN, taken, at);
  }

  /** It was not sent after all. */
  public boolean letGo(TakenDelivery taken, Instant now) {
    return waits(LET_GO, taken, now);
  }

  /** The endpoint works; says since when it had not, if it had not. */
  public Optional<Instant> works(String endpoint, Instant now) {
    List<?> since =
        database
            .createNativeQuery(WORKS)
            .setParameter(1, endpoint)
            .setParameter(2, Timestamp.from(now))
            .getResultList();
    return since.isEmpty() ? Optional.empty() : Rows.optionalTime(since.get(0));
  }

  /** The endpoint fails. */
  public void fails(String endpoint, Instant now) {
    at(FAILS, endpoint, now);
  }

  /** All that waits for the endpoint is due now. */
  public void hurry(String endpoint, Instant now) {
    at(HURRY, endpoint, now);
  }

  private boolean end(TakenDelivery taken, String state) {
    return database
            .createNativeQuery(END)
            .setParameter(1, taken.number())
            .setParameter(2, taken.attempt())
            .setParameter(3, state)
            .executeUpdate()
        == 1;
  }

  private boolean waits(String sql, TakenDelivery taken, Instant at) {
    return database
            .createNativeQuery(sql)
            .setParameter(1, taken.number())
            .setParameter(2, taken.attempt())
            .setParameter(3, Timestamp.from(at))
            .executeUpdate()
        == 1;
  }

  private void at(String sql, String endpoint, Instant now) {
    database
        .createNativeQuery(sql)
        .setParameter(1, endpoint)
        .setParameter(2, Timestamp.from(now))
        .executeUpdate();
  }
}
