package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.kycvs.notification.entity.SmsTemplate;

/** The outbox's table. */
@Dependent
public class OutboxStore {
  /** After this time a message whose sender went silent is taken by another. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /**
   * Counts the message in the organisation's day and puts it into the outbox, both or neither. Of
   * many at once each waits for the one before it, and sees what it left in the row.
   */
  private static final String PUT =
      """
      WITH counted AS (
        INSERT INTO sms_quota AS kept (organisation_id, day, sent) VALUES (?5, ?6, 1)
        ON CONFLICT (organisation_id, day) DO UPDATE SET sent = kept.sent + 1
          WHERE kept.sent < ?7
        RETURNING sent),
      put AS (
        INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at)
        SELECT ?1, ?2, 'QUEUED', ?3, ?4, ?3 FROM counted)
      SELECT sent FROM counted
      """;

  private static final String FORGET_DAYS = "DELETE FROM sms_quota WHERE day < ?1";
  private static final String TAKE =
      """
      UPDATE sms_outbox SET state = 'SENDING', due_at = ?2, attempts = attempts + 1
      WHERE id IN (SELECT id FROM sms_outbox
                   WHERE state IN ('QUEUED', 'SENDING') AND due_at <= ?1
                   ORDER BY due_at LIMIT ?3 FOR UPDATE SKIP LOCKED)
      RETURNING id, template, reference, not_after
      """;
  private static final String SENT =
      "UPDATE sms_outbox SET state = 'SENT', gateway = ?2 WHERE id = ?1";
  private static final String SUPPRESS =
      "UPDATE sms_outbox SET state = 'SUPPRESSED', due_at = ?2 WHERE id = ?1";
  private static final String DROP = "UPDATE sms_outbox SET state = 'DROPPED' WHERE id = ?1";
  private static final String QUEUED =
      """
      SELECT DISTINCT reference FROM sms_outbox
      WHERE reference = ANY (string_to_array(?1, ','))
        AND (state IN ('QUEUED', 'SENDING') OR state = 'SUPPRESSED' AND due_at > CAST(?2 AS timestamptz))
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  /**
   * A message that was taken and is to be sent.
   *
   * @param id names it within the outbox
   * @param template the name of its template
   * @param reference what it belongs to
   * @param notAfter when it is no longer worth sending
   */
  public record Waiting(long id, String template, String reference, Instant notAfter) {}

  /**
   * Keeps a message until it is taken, and says how many of the day there are with it; empty if the
   * quota is used up, then it is not kept.
   */
  public OptionalInt put(
      SmsTemplate template, String reference, Instant now, Instant notAfter, DailyQuota quota) {
    List<?> rows =
        database
            .createNativeQuery(PUT)
            .setParameter(1, template.name())
            .setParameter(2, reference)
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, Timestamp.from(notAfter))
            .setParameter(5, quota.organisation().value())
            .setParameter(6, Date.valueOf(quota.day()))
            .setParameter(7, quota.most())
            .getResultList();
    return rows.stream().mapToInt(sent -> ((Number) sent).intValue()).findFirst();
  }

  /** Forgets what was counted on the days before this one. */
  public void forgetDaysBefore(LocalDate day) {
    database.createNativeQuery(FORGET_DAYS).setParameter(1, Date.valueOf(day)).executeUpdate();
  }

  /** Takes the messages that are due. */
  public List<Waiting> take(Instant now, int most) {
    List<?> rows =
        database
            .createNativeQuery(TAKE)
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, Timestamp.from(now.plus(PATIENCE)))
            .setParameter(3, most)
            .getResultList();
    return rows.stream().map(Object[].class::cast).map(OutboxStore::waiting).toList();
  }

  /** Notes that a gateway took the message. */
  public void sent(long id, String gateway) {
    execute(SENT, id, gateway);
  }

  /** Notes that the message is not sent, though it counts as on its way until an instant. */
  public void suppress(long id, Instant until) {
    execute(SUPPRESS, id, Timestamp.from(until));
  }

  /** Notes that the message is not sent. */
  public void drop(long id) {
    execute(DROP, id);
  }

  /** Those of the references, none of which holds a comma, that have a message not sent yet. */
  public Set<String> queued(Collection<String> references, Instant now) {
    if (references.isEmpty()) {
      return Set.of();
    }
    List<?> rows =
        database
            .createNativeQuery(QUEUED)
            .setParameter(1, String.join(",", references))
            .setParameter(2, Timestamp.from(now))
            .getResultList();
    return rows.stream().map(String.class::cast).collect(Collectors.toSet());
  }

  private void execute(String sql, Object... parameters) {
    var query = database.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    int rows = query.executeUpdate();
    if (rows != 1) {
      throw new IllegalStateException("Changed " + rows + " messages instead of one");
    }
  }

  private static Waiting waiting(Object[] row) {
    return new Waiting(
        ((Number) row[0]).longValue(),
        (String) row[1],
        (String) row[2],
        ((Timestamp) row[3]).toInstant());
  }
}
