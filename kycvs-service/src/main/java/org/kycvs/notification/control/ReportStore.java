package org.kycvs.notification.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import org.kycvs.notification.entity.DeliveryReport;

/** What gateways report of messages. What was delivered stays so, whatever comes after. */
@Dependent
public class ReportStore {
  private static final String REPORT =
      """
      UPDATE sms_outbox SET state = ?1, reason = ?2, reported_at = ?3
      WHERE state IN ('SENDING', 'SENT', 'IN_DOUBT', 'UNDELIVERED')
      """;
  private static final String OF_MESSAGE = " AND gateway = ?4 AND message_id = ?5";
  private static final String OF_ID = " AND gateway = ?4 AND id = ?5";
  private static final String OF_NUMBER =
      """
       AND id = (SELECT id FROM sms_outbox
                 WHERE gateway = ?4 AND state IN ('SENDING', 'IN_DOUBT') AND id & 65535 = ?5
                 ORDER BY id DESC LIMIT 1 FOR UPDATE)
      """;
  private static final String KEEP =
      """
      INSERT INTO sms_early_report (state, reason, received_at, gateway, message_id)
      SELECT ?1, ?2, ?3, ?4, ?5
      WHERE NOT EXISTS (SELECT FROM sms_outbox WHERE gateway = ?4 AND message_id = ?5)
      ON CONFLICT (gateway, message_id) DO UPDATE
        SET state = excluded.state, reason = excluded.reason, received_at = excluded.received_at
        WHERE sms_early_report.state <> 'DELIVERED'
      """;
  private static final String FORGET = "DELETE FROM sms_early_report WHERE received_at < ?1";

  @PersistenceContext(unitName = "kycvs")
  private EntityManager database;

  @Inject
  ReportStore() {}

  /**
   * Notes a report on the message that the gateway knows by this id, or keeps it for the answer.
   */
  public void ofMessage(String gateway, String messageId, DeliveryReport report, Instant now) {
    ReportLock.take(database, gateway, messageId);
    if (execute(REPORT + OF_MESSAGE, report, now, gateway, messageId) == 0) {
      execute(KEEP, report, now, gateway, messageId);
    }
  }

  /**
   * Notes a report on the message that the gateway knows by this id; if there is none, on the
   * newest unsettled one whose number ends with these sixteen bits; or else keeps it for the
   * answer.
   */
  public void ofMessageOrNumber(
      String gateway, String messageId, int number, DeliveryReport report, Instant now) {
    ReportLock.take(database, gateway, messageId);
    if (execute(REPORT + OF_MESSAGE, report, now, gateway, messageId) == 0
        && execute(REPORT + OF_NUMBER, report, now, gateway, number) == 0) {
      execute(KEEP, report, now, gateway, messageId);
    }
  }

  /** Notes a report on one message of the outbox; false if the gateway never got it. */
  public boolean ofId(String gateway, long id, DeliveryReport report, Instant now) {
    return execute(REPORT + OF_ID, report, now, gateway, id) > 0;
  }

  /** Forgets reports that were about no message of ours. */
  public void forgetEarlyBefore(Instant instant) {
    database.createNativeQuery(FORGET).setParameter(1, Timestamp.from(instant)).executeUpdate();
  }

  private int execute(
      String sql, DeliveryReport report, Instant now, String gateway, Object message) {
    return database
        .createNativeQuery(sql)
        .setParameter(1, report.state().name())
        .setParameter(2, report.error().orElse(null))
        .setParameter(3, Timestamp.from(now))
        .setParameter(4, gateway)
        .setParameter(5, message)
        .executeUpdate();
  }
}
