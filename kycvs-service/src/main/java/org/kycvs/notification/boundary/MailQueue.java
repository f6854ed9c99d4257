package org.kycvs.notification.boundary;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.notification.control.mail.MailTable;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailId;
import org.kycvs.notification.entity.MailQueueStatus;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.persistence.OwnTransaction;

/** The outbox of mails as the command line sees it, under the role that owns the database. */
public final class MailQueue {
  private final Connection connection;
  private final CommandLineActor operator;
  private final Clock clock;
  private final MailTable table;
  private final ConnectionAuditLog audit;

  /** Over a connection with no transaction begun. */
  public MailQueue(Connection connection, CommandLineActor operator, Clock clock) {
    this.connection = connection;
    this.operator = operator;
    this.clock = clock;
    this.table = new MailTable(connection, operator.key());
    this.audit = new ConnectionAuditLog(connection, clock);
  }

  /** How it stands. */
  public MailQueueStatus status() throws SQLException {
    return table.status();
  }

  /**
   * Has all mails that were set aside tried again, as if they were wanted now; a running node takes
   * them up within seconds.
   *
   * @return the mails' ids
   */
  public List<String> retry() throws SQLException {
    return OwnTransaction.on(
        connection,
        () -> {
          Instant now = now();
          List<String> again = table.retry(now);
          for (String id : again) {
            audit.record(operator, AuditAct.MAIL_RETRIED, id, JsonObject.EMPTY_JSON_OBJECT);
          }
          return again;
        });
  }

  /** Puts a mail into the outbox; see {@link MailOutbox#put}. */
  public MailId put(MailTemplate template, MailAddress to, Map<String, String> variables)
      throws SQLException {
    return OwnTransaction.on(connection, () -> table.put(template, to, variables, now()));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
