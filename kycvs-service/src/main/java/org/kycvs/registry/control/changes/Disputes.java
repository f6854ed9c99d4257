package org.kycvs.registry.control.changes;

import jakarta.json.Json;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.registry.entity.Dispute;
import org.kycvs.registry.entity.DisputeGround;
import org.kycvs.registry.entity.DisputeOutcome;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.actor.OperatorActor;
import org.kycvs.shared.id.RandomText;

/**
 * What people say is wrong with records, until an operator decides. A dispute changes no answer and
 * suspends nothing: what follows from it is an operator's act of its own, seen as such.
 *
 * <p>Needs no container.
 */
public final class Disputes {
  private static final int MOST_LISTED = 1_000;

  private static final String RAISE =
      """
      INSERT INTO registry_dispute (id, reference, ground, sealed_account, raised_at, raised_by)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String OPEN =
      """
      SELECT id, reference, ground, sealed_account, raised_at
        FROM registry_dispute
       WHERE outcome IS NULL
       ORDER BY raised_at, id
       LIMIT ?
      """;

  private static final String SETTLE =
      """
      UPDATE registry_dispute
         SET outcome = ?, sealed_reason = ?, settled_at = ?, settled_by = ?
       WHERE id = ? AND outcome IS NULL
      """;

  private final RecordTransaction transaction;

  /** In this transaction. */
  public Disputes(RecordTransaction transaction) {
    this.transaction = transaction;
  }

  /** Writes down that somebody says so. */
  public ChangeOutcome raise(Actor actor, long reference, DisputeGround ground, String account)
      throws SQLException {
    if (!RecordTransaction.isReason(account)) {
      return new Refused(ChangeRefusal.REASON_MISSING);
    }
    if (LockedRecord.lock(transaction.connection(), reference).isEmpty()) {
      return new Refused(ChangeRefusal.RECORD_UNKNOWN);
    }
    String id = "dsp_" + RandomText.id();
    try (PreparedStatement insert = transaction.connection().prepareStatement(RAISE)) {
      insert.setString(1, id);
      insert.setLong(2, reference);
      insert.setString(3, ground.onRecord());
      insert.setBytes(4, transaction.notes().seal(account, id));
      insert.setObject(5, transaction.nowAtUtc());
      insert.setString(6, actor.auditName());
      insert.executeUpdate();
    }
    transaction.audit(
        actor,
        AuditAct.DISPUTE_RAISED,
        id,
        Json.createObjectBuilder().add("ground", ground.onRecord()).build());
    return new Done(id, 1);
  }

  /** Those that wait for a decision, oldest first, at most 1,000. */
  public List<Dispute> open() throws SQLException {
    List<Dispute> open = new ArrayList<>();
    try (PreparedStatement select = transaction.connection().prepareStatement(OPEN)) {
      select.setInt(1, MOST_LISTED);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String id = row.getString("id");
          open.add(
              new Dispute(
                  id,
                  row.getLong("reference"),
                  DisputeGround.of(row.getString("ground")),
                  transaction.notes().open(row.getBytes("sealed_account"), id),
                  row.getObject("raised_at", OffsetDateTime.class).toInstant()));
        }
      }
    }
    return open;
  }

  /** An operator decides. */
  public ChangeOutcome settle(
      OperatorActor operator, String id, DisputeOutcome outcome, String reason)
      throws SQLException {
    if (!RecordTransaction.isReason(reason)) {
      return new Refused(ChangeRefusal.REASON_MISSING);
    }
    try (PreparedStatement update = transaction.connection().prepareStatement(SETTLE)) {
      update.setString(1, outcome.onRecord());
      update.setBytes(2, transaction.notes().seal(reason, id));
      update.setObject(3, transaction.nowAtUtc());
      update.setString(4, operator.auditName());
      update.setString(5, id);
      if (update.executeUpdate() == 0) {
        return new Refused(
            exists(id) ? ChangeRefusal.ALREADY_SETTLED : ChangeRefusal.DISPUTE_UNKNOWN);
      }
    }
    transaction.audit(
        operator,
        AuditAct.DISPUTE_SETTLED,
        id,
        Json.createObjectBuilder().add("outcome", outcome.onRecord()).build());
    return new Done(id, 1);
  }

  private boolean exists(String id) throws SQLException {
    try (PreparedStatement select =
        transaction.connection().prepareStatement("SELECT FROM registry_dispute WHERE id = ?")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }
}
