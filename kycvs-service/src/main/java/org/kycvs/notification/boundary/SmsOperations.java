package org.kycvs.notification.boundary;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.notification.control.StatusTables;
import org.kycvs.notification.entity.SmsStatus;
import org.kycvs.shared.actor.CommandLineActor;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.persistence.OwnTransaction;

/** What an operator sees and does about messages. For the command line. */
public final class SmsOperations {
  private final Connection connection;
  private final CommandLineActor operator;
  private final Clock clock;
  private final StatusTables tables;

  /** Over a connection with no transaction begun. */
  public SmsOperations(Connection connection, CommandLineActor operator, Clock clock) {
    this.connection = connection;
    this.operator = operator;
    this.clock = clock;
    this.tables = new StatusTables(connection);
  }

  /** How messages leave, all of it at one moment. */
  public SmsStatus status() throws SQLException {
    return OwnTransaction.on(connection, () -> tables.status(clock.instant()));
  }

  /** Lets an organisation whose codes were stopped have codes again; false if they were not. */
  public boolean release(OrganisationId organisation) throws SQLException {
    return OwnTransaction.on(
        connection,
        () -> {
          boolean released = tables.release(organisation, clock.instant());
          if (released) {
            new ConnectionAuditLog(connection, clock)
                .record(
                    operator,
                    AuditAct.SMS_RELEASED,
                    organisation.value(),
                    JsonObject.EMPTY_JSON_OBJECT);
          }
          return released;
        });
  }
}
