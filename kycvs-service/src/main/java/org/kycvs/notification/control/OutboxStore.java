package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.kycvs.notification.entity.SmsChannel;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsUrgency;

/** The outbox as those see it who put messages in: kept, counted, and how far they came. */
@Dependent
public class OutboxStore {
  /**
   * Counts the message in the organisation's day and puts it into the outbox, both or neither, and
   * neither for an organisation that is stopped. Of many at once each waits for the one before it,
   * and sees what it left in the row.
   */
  private static final String PUT_COUNTED =
      """
      WITH counted AS (
        INSERT INTO sms_quota AS kept (organisation_id, day, sent)
        SELECT ?6, CAST(?7 AS date), 1
        WHERE NOT EXISTS (SELECT FROM sms_stop
                          WHERE organisation_id = ?6 AND channel = ?9 AND until > ?3)
        ON CONFLICT (organisation_id, day) DO UPDATE SET sent = kept.sent + 1
          WHERE kept.sent < ?8
        RETURNING sent),
      put AS (
        INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at, urgency)
        SELECT ?1, ?2, 'QUEUED', ?3, ?4, ?3, ?5 FROM counted)
      SELECT sent FROM counted
      """;

  private static final String PUT =
      """
      INSERT INTO sms_outbox (template, reference, state, created_at, not_after, due_at, urgency)
      VALUES (?1, ?2, 'QUEUED', ?3, ?4, ?3, ?5)
      """;

  private static final String FORGET_DAYS = "DELETE FROM sms_quota WHERE day < ?1";

  private static final String PROGRESS =
      """
      SELECT DISTINCT ON (reference) reference,
        CASE WHEN state IN ('QUEUED', 'SENDING') THEN 'QUEUED'
             WHEN state = 'SUPPRESSED' AND due_at > CAST(?2 AS timestamptz) THEN 'QUEUED'
             WHEN state = 'DELIVERED' THEN 'DELIVERED'
             WHEN state IN ('IN_DOUBT', 'SUPPRESSED') AND doubted THEN 'IN_DOUBT'
             ELSE 'SENT' END
      FROM sms_outbox
      WHERE reference = ANY (string_to_array(?1, ',')) AND urgency = 0
      ORDER BY reference, id DESC
      """;

  private static final String WAITING =
      """
      SELECT count(*) FROM
        (SELECT FROM sms_outbox WHERE state = 'QUEUED' AND urgency = 0 LIMIT ?1) AS waiting
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  @Inject
  OutboxStore() {}

  /**
   * Keeps a message until it is taken, and says how many of the day there are with it; empty if the
   * quota is used up or the organisation is stopped, then it is not kept.
   */
  public OptionalInt putCounted(
      SmsTemplate template,
      String reference,
      Instant now,
      Instant notAfter,
      SmsUrgency urgency,
      SmsChannel channel,
      DailyQuota quota) {
    List<?> rows =
        message(PUT_COUNTED, template, reference, now, notAfter, urgency)
            .setParameter(6, quota.organisation().value())
            .setParameter(7, Date.valueOf(quota.day()))
            .setParameter(8, quota.most())
            .setParameter(9, channel.name())
            .getResultList();
    return rows.stream().mapToInt(sent -> ((Number) sent).intValue()).findFirst();
  }

  /** Keeps a message until it is taken; it is counted in no quota. */
  public void put(
      SmsTemplate template, String reference, Instant now, Instant notAfter, SmsUrgency urgency) {
    int rows = message(PUT, template, reference, now, notAfter, urgency).executeUpdate();
    if (rows != 1) {
      throw new IllegalStateException("Kept " + rows + " messages instead of one");
    }
  }

  private Query message(
      String sql,
      SmsTemplate template,
      String reference,
      Instant now,
      Instant notAfter,
      SmsUrgency urgency) {
    return database
        .createNativeQuery(sql)
        .setParameter(1, template.name())
        .setParameter(2, reference)
        .setParameter(3, Timestamp.from(now))
        .setParameter(4, Timestamp.from(notAfter))
        .setParameter(5, urgency.ordinal());
  }

  /** Forgets what was counted on the days before this one. */
  public void forgetDaysBefore(LocalDate day) {
    database.createNativeQuery(FORGET_DAYS).setParameter(1, Date.valueOf(day)).executeUpdate();
  }

  /**
   * How far the newest code of each of the references came, none of which holds a comma; nothing of
   * those that have none.
   */
  public Map<String, SmsProgress> progress(Collection<String> references, Instant now) {
    Map<String, SmsProgress> progress = new HashMap<>();
    if (references.isEmpty()) {
      return progress;
    }
    List<?> rows =
        database
            .createNativeQuery(PROGRESS)
            .setParameter(1, String.join(",", references))
            .setParameter(2, Timestamp.from(now))
            .getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      progress.put((String) columns[0], SmsProgress.valueOf((String) columns[1]));
    }
    return progress;
  }

  /** How many codes wait to leave; it counts no further than {@code most}. */
  public int waiting(int most) {
    Object count = database.createNativeQuery(WAITING).setParameter(1, most).getSingleResult();
    return ((Number) count).intValue();
  }
}
