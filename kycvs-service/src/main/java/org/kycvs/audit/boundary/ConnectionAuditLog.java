package org.kycvs.audit.boundary;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import org.kycvs.audit.control.AuditEntries;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.audit.entity.AuditEntry;
import org.kycvs.shared.actor.Actor;

/**
 * The audit log for acts outside a container, such as those of the command line: the entry is
 * written over the connection, in its transaction.
 */
public final class ConnectionAuditLog {
  private static final String ADD =
      "INSERT INTO audit_entry (id, at, act, subject, leaf, leaf_hash) VALUES (?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final Clock clock;

  /** In the transactions of a connection. */
  public ConnectionAuditLog(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * Writes down an act; see {@link AuditLog#record(Actor, AuditAct, String, JsonObject)}.
   *
   * @throws SQLException if the database refuses
   */
  public void record(Actor actor, AuditAct act, String subject, JsonObject data)
      throws SQLException {
    AuditEntry entry = AuditEntries.entry(clock.instant(), actor, act, subject, data);
    try (PreparedStatement add = connection.prepareStatement(ADD)) {
      add.setString(1, entry.id());
      add.setTimestamp(2, Timestamp.from(entry.at()));
      add.setString(3, entry.act());
      add.setString(4, entry.subject());
      add.setBytes(5, entry.leaf());
      add.setBytes(6, entry.leafHash());
      add.executeUpdate();
    }
  }
}
