package org.kycvs.registry.control.changes;

import jakarta.json.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.audit.boundary.ConnectionAuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.persistence.OwnTransaction;

/**
 * Takes an import or an act on a dose back, whole: what it added goes, what it changed is again the
 * version before, byte for byte. It is refused where something later built on it; that has to be
 * undone first. A merge is not undone but split.
 *
 * <p>Needs no container. The connection must be under the owner's role, with no transaction begun.
 */
public final class ChangeUndo {
  private static final String FIND =
      "SELECT number, kind IN ('merge', 'split') AS links, undone_at FROM registry_change"
          + " WHERE id = ?";

  private static final String BUILT_ON_IT =
      """
      SELECT c.id
        FROM registry_change c
       WHERE c.number IN (SELECT replaced_by FROM person_version WHERE change = ?)
       ORDER BY c.number DESC
       LIMIT 20
      """;

  private static final String MERGED =
      """
      SELECT p.reference::text
        FROM person p
        JOIN merged_record m ON m.reference = p.reference AND m.split_by IS NULL
       WHERE p.change = ?
         AND NOT EXISTS (
               SELECT FROM person_version v
                WHERE v.reference = p.reference AND v.replaced_by = p.change)
       ORDER BY p.reference
       LIMIT 20
      """;

  private static final String REMOVE = "DELETE FROM person WHERE change = ?";

  private static final String RESTORE =
      """
      WITH version AS (
        DELETE FROM person_version WHERE replaced_by = ?
        RETURNING reference, change, birth_year, mobile_index, content_digest, sealed_name,
                  sealed_mobile, doses)
      INSERT INTO person (reference, change, birth_year, mobile_index, content_digest, sealed_name,
             sealed_mobile, doses)
      SELECT * FROM version
       ORDER BY mobile_index
      """;

  private static final String MARK =
      "UPDATE registry_change SET undone_at = ?, undone_by = ? WHERE number = ?";

  private final Connection connection;
  private final Clock clock;

  /** In the database of the connection. */
  public ChangeUndo(Connection connection, Clock clock) {
    this.connection = connection;
    this.clock = clock;
  }

  /**
   * Undoes the change with this id; {@link Done} tells how many records it concerned.
   *
   * @throws SQLException if the database fails; nothing was changed
   */
  public ChangeOutcome undo(Actor actor, String id) throws SQLException {
    return OwnTransaction.on(
        connection,
        () -> {
          RegistryLock.take(connection);
          return undoLocked(actor, id);
        });
  }

  private ChangeOutcome undoLocked(Actor actor, String id) throws SQLException {
    long number;
    try (PreparedStatement find = connection.prepareStatement(FIND)) {
      find.setString(1, id);
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return new Refused(ChangeRefusal.CHANGE_UNKNOWN);
        }
        if (row.getBoolean("links")) {
          return new Refused(ChangeRefusal.NOT_UNDONE_BUT_SPLIT);
        }
        if (row.getObject("undone_at") != null) {
          return new Refused(ChangeRefusal.ALREADY_UNDONE);
        }
        number = row.getLong("number");
      }
    }
    List<String> since = ids(BUILT_ON_IT, number);
    if (!since.isEmpty()) {
      return new Refused(ChangeRefusal.CHANGED_SINCE, since);
    }
    List<String> merges = ids(MERGED, number);
    if (!merges.isEmpty()) {
      return new Refused(ChangeRefusal.MERGED_SINCE, merges);
    }
    return takeBack(actor, id, number);
  }

  private ChangeOutcome takeBack(Actor actor, String id, long number) throws SQLException {
    long made = update(REMOVE, number);
    long restored = update(RESTORE, number);
    try (PreparedStatement mark = connection.prepareStatement(MARK)) {
      mark.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
      mark.setString(2, actor.auditName());
      mark.setLong(3, number);
      mark.executeUpdate();
    }
    new ConnectionAuditLog(connection, clock)
        .record(
            actor,
            AuditAct.REGISTRY_CHANGE_UNDONE,
            id,
            Json.createObjectBuilder()
                .add("peopleRemoved", made - restored)
                .add("peopleRestored", restored)
                .build());
    return new Done(id, made);
  }

  private List<String> ids(String sql, long number) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setLong(1, number);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          ids.add(row.getString(1));
        }
      }
    }
    return ids;
  }

  private long update(String sql, long number) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setLong(1, number);
      return update.executeLargeUpdate();
    }
  }
}
