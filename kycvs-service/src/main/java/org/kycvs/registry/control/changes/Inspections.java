package org.kycvs.registry.control.changes;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.shared.actor.OperatorActor;
import org.kycvs.shared.id.RandomText;

/**
 * Which operator looked at which records, and why: for the audit log, and for the person to see.
 *
 * <p>Needs no container.
 */
public final class Inspections {
  private static final String BEGIN =
      """
      INSERT INTO registry_inspection (id, operator, sealed_reason, begun_at) VALUES (?, ?, ?, ?)
      """;

  private static final String SHOW =
      """
      INSERT INTO inspected_record (inspection, reference) VALUES (?, ?) ON CONFLICT DO NOTHING
      """;

  private final RecordTransaction transaction;

  /** In this transaction. */
  public Inspections(RecordTransaction transaction) {
    this.transaction = transaction;
  }

  /**
   * Writes down who will look, and why; gives the inspection's id, {@code ins_…}.
   *
   * @throws IllegalArgumentException if the reason is blank or longer than 500 characters
   */
  public String begin(OperatorActor operator, String reason) throws SQLException {
    if (!RecordTransaction.isReason(reason)) {
      throw new IllegalArgumentException("An inspection needs a reason of 1 to 500 characters");
    }
    String id = "ins_" + RandomText.id();
    try (PreparedStatement insert = transaction.connection().prepareStatement(BEGIN)) {
      insert.setString(1, id);
      insert.setString(2, operator.auditName());
      insert.setBytes(3, transaction.notes().seal(reason, id));
      insert.setObject(4, transaction.nowAtUtc());
      insert.executeUpdate();
    }
    transaction.audit(operator, AuditAct.REGISTRY_INSPECTED, id);
    return id;
  }

  /** Writes down what was shown. */
  public void show(String inspection, List<InspectedRecord> records) throws SQLException {
    try (PreparedStatement insert = transaction.connection().prepareStatement(SHOW)) {
      for (InspectedRecord record : records) {
        insert.setString(1, inspection);
        insert.setLong(2, record.reference());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
