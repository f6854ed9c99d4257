package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The outbox as the dispatchers of all nodes see it. A message that was taken may be taken by
 * others after a minute; one that is being handed over never is, but counts as in doubt when its
 * sender has been silent for half a minute.
 */
@Dependent
public class DispatchStore {
  private static final Duration TAKEN_FOR = Duration.ofMinutes(1);
  private static final Duration HANDING_OVER = Duration.ofSeconds(30);

  /** How often what is in doubt is sent again at most, the first time included. */
  private static final int MOST_BEGINNINGS = 3;

  private static final String TAKE =
      """
      UPDATE sms_outbox SET due_at = ?2, taken_by = ?3
      WHERE id IN (SELECT id FROM sms_outbox
                   WHERE state = 'QUEUED' AND due_at <= ?1
                   ORDER BY urgency, due_at LIMIT ?4 FOR UPDATE SKIP LOCKED)
      RETURNING id, template, reference, not_after, attempts, urgency
      """;
  private static final String BEGIN =
      """
      UPDATE sms_outbox
      SET state = 'SENDING', due_at = ?4, submitted_at = ?3, gateway = ?5, attempts = attempts + 1
      WHERE id = ?1 AND taken_by = ?2 AND attempts = ?6 AND state IN ('QUEUED', 'SENDING')
      """;
  private static final String SENT =
      """
      WITH early AS (DELETE FROM sms_early_report WHERE gateway = ?2 AND message_id = ?3
                     RETURNING state, reason, received_at)
      UPDATE sms_outbox o
      SET state = coalesce((SELECT state FROM early), 'SENT'), message_id = ?3,
          reason = (SELECT reason FROM early), reported_at = (SELECT received_at FROM early)
      WHERE id = ?1 AND state IN ('SENDING', 'IN_DOUBT')
      """;
  private static final String LATER =
      """
      UPDATE sms_outbox SET state = 'QUEUED', due_at = ?2, taken_by = NULL, reason = ?3
      WHERE id = ?1 AND state IN ('QUEUED', 'SENDING')
      """;
  private static final String FAILED =
      """
      UPDATE sms_outbox
      SET due_at = ?2, taken_by = NULL, reason = ?3, attempts = attempts + 1
      WHERE id = ?1 AND state = 'QUEUED'
      """;
  private static final String SUPPRESS =
      "UPDATE sms_outbox SET state = 'SUPPRESSED', due_at = ?2, doubted = ?3 WHERE id = ?1";
  private static final String END =
      "UPDATE sms_outbox SET state = ?2, reason = ?3, doubted = doubted OR ?2 = 'IN_DOUBT'"
          + " WHERE id = ?1 AND state IN ('QUEUED', 'SENDING')";
  private static final String SILENT =
      """
      UPDATE sms_outbox SET state = 'IN_DOUBT', doubted = true, reason = 'Its sender fell silent'
      WHERE id IN (SELECT id FROM sms_outbox WHERE state = 'SENDING' AND due_at <= ?1
                   LIMIT ?2 FOR UPDATE SKIP LOCKED)
      RETURNING id, reference
      """;
  private static final String TOO_LATE =
      """
      UPDATE sms_outbox SET state = 'DROPPED'
      WHERE id IN (SELECT id FROM sms_outbox WHERE state = 'QUEUED' AND not_after <= ?1
                   LIMIT ?2 FOR UPDATE SKIP LOCKED)
      RETURNING id, reference
      """;
  private static final String AGAIN =
      """
      UPDATE sms_outbox SET state = 'QUEUED', due_at = ?1, taken_by = NULL
      WHERE state = 'IN_DOUBT' AND gateway = ?2 AND submitted_at <= ?3 AND not_after > ?1
        AND attempts < ?4
      """;

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  @Inject
  DispatchStore() {}

  /** A message whose state changed without anybody handing it over. */
  public record Changed(long id, String reference) {}

  /** Takes the messages that are due for a node, the most urgent first. */
  public List<TakenSms> take(String node, Instant now, int most) {
    List<?> rows =
        database
            .createNativeQuery(TAKE)
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, Timestamp.from(now.plus(TAKEN_FOR)))
            .setParameter(3, node)
            .setParameter(4, most)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .sorted(Comparator.comparing(row -> ((Number) row[5]).intValue()))
        .map(DispatchStore::taken)
        .toList();
  }

  /**
   * Notes that a message is being handed to a gateway; false if somebody else began to meanwhile:
   * another node, or this one, which takes its own again when they waited for a worker too long.
   */
  public boolean begin(TakenSms taken, String node, String gateway, Instant now) {
    return database
            .createNativeQuery(BEGIN)
            .setParameter(1, taken.id())
            .setParameter(2, node)
            .setParameter(3, Timestamp.from(now))
            .setParameter(4, Timestamp.from(now.plus(HANDING_OVER)))
            .setParameter(5, gateway)
            .setParameter(6, taken.attempts())
            .executeUpdate()
        == 1;
  }

  /**
   * Notes that a gateway took the message. A report that was ahead of the gateway's answer is taken
   * into account.
   */
  public void sent(long id, String gateway, Optional<String> messageId) {
    messageId.ifPresent(known -> ReportLock.take(database, gateway, known));
    database
        .createNativeQuery(SENT)
        .setParameter(1, id)
        .setParameter(2, gateway)
        .setParameter(3, messageId.orElse(null))
        .executeUpdate();
  }

  /** Notes that the message is to be tried again later. */
  public void later(long id, Instant due, String reason) {
    execute(LATER, id, Timestamp.from(due), shortened(reason));
  }

  /** Notes that the message failed before it came to a gateway, and is to be tried again later. */
  public void failed(long id, Instant due, String reason) {
    execute(FAILED, id, Timestamp.from(due), shortened(reason));
  }

  /**
   * Notes that the message is not sent, though it counts as on its way until an instant.
   *
   * @param doubted whether it seems to be in doubt from then on
   */
  public void suppress(long id, Instant until, boolean doubted) {
    execute(SUPPRESS, id, Timestamp.from(until), doubted);
  }

  /** Notes that nobody waits for the message, or that it can no longer arrive in time. */
  public void drop(long id) {
    execute(END, id, "DROPPED", "");
  }

  /** Notes that the gateway may have taken the message, or not. */
  public void doubt(long id, String reason) {
    execute(END, id, "IN_DOUBT", shortened(reason));
  }

  /** Notes that no gateway will ever take the message. */
  public void setAside(long id, String reason) {
    execute(END, id, "SET_ASIDE", shortened(reason));
  }

  /** Puts in doubt what was being handed over by senders that fell silent. */
  public List<Changed> doubtSilent(Instant now, int most) {
    return changed(SILENT, now, most);
  }

  /** Drops what nobody took in time. */
  public List<Changed> dropLate(Instant now, int most) {
    return changed(TOO_LATE, now, most);
  }

  /** Has what is in doubt since an instant or longer sent again; says how many that are. */
  public int sendDoubtfulAgain(String gateway, Instant since, Instant now) {
    return database
        .createNativeQuery(AGAIN)
        .setParameter(1, Timestamp.from(now))
        .setParameter(2, gateway)
        .setParameter(3, Timestamp.from(since))
        .setParameter(4, MOST_BEGINNINGS)
        .executeUpdate();
  }

  private List<Changed> changed(String sql, Instant now, int most) {
    List<?> rows =
        database
            .createNativeQuery(sql)
            .setParameter(1, Timestamp.from(now))
            .setParameter(2, most)
            .getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Changed(((Number) row[0]).longValue(), (String) row[1]))
        .toList();
  }

  private void execute(String sql, Object... parameters) {
    Query query = database.createNativeQuery(sql);
    for (int i = 0; i < parameters.length; i++) {
      query.setParameter(i + 1, parameters[i]);
    }
    query.executeUpdate();
  }

  private static String shortened(String reason) {
    return reason.length() <= 200 ? reason : reason.substring(0, 200);
  }

  private static TakenSms taken(Object[] row) {
    return new TakenSms(
        ((Number) row[0]).longValue(),
        (String) row[1],
        (String) row[2],
        ((Timestamp) row[3]).toInstant(),
        ((Number) row[4]).intValue());
  }
}
