package org.kycvs.registry.control.changes;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.registry.control.RegistryNotes;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.time.Calendar;

/**
 * The transaction in which somebody changes records: its connection, its moment, and where it is
 * written down. Whoever opened the connection commits it.
 *
 * <p>Needs no container.
 */
public final class RecordTransaction {
  private static final int LONGEST_REASON = 500;

  private final Connection connection;
  private final MasterKey key;
  private final Calendar calendar;

  /** Of this connection, with the installation's key and calendar. */
  public RecordTransaction(Connection connection, MasterKey key, Calendar calendar) {
    this.connection = connection;
    this.key = key;
    this.calendar = calendar;
  }

  Connection connection() {
    return connection;
  }

  MasterKey key() {
    return key;
  }

  Calendar calendar() {
    return calendar;
  }

  RegistryNotes notes() {
    return new RegistryNotes(key);
  }

  ChangeBook book() {
    return new ChangeBook(connection, notes(), calendar.clock());
  }

  Instant now() {
    return calendar.clock().instant();
  }

  OffsetDateTime nowAtUtc() {
    return now().atOffset(ZoneOffset.UTC);
  }

  void audit(Actor actor, AuditAct act, String subject, JsonObject data) throws SQLException {
    new ConnectionAuditLog(connection, calendar.clock()).record(actor, act, subject, data);
  }

  void audit(Actor actor, AuditAct act, String subject) throws SQLException {
    audit(actor, act, subject, JsonObject.EMPTY_JSON_OBJECT);
  }

  /** Whether somebody said why, and not a book about it. */
  public static boolean isReason(String reason) {
    return !reason.isBlank() && reason.length() <= LONGEST_REASON;
  }
}
