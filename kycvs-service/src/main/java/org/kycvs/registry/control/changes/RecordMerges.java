package org.kycvs.registry.control.changes;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.registry.entity.ChangeKind;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.shared.actor.OperatorActor;

/**
 * Records that turn out to be of one person, such as dose 1 on one mobile and dose 1 again on
 * another. Each record stays as it is, findable by its own mobile and name; only the doses are
 * taken together. So a split gives back exactly what was.
 *
 * <p>Needs no container.
 */
public final class RecordMerges {
  private static final String PERSON_OF =
      "SELECT person FROM merged_record WHERE reference = ? AND split_by IS NULL";

  private static final String OTHERS_OF =
      """
      SELECT count(*) FROM merged_record
       WHERE person = ? AND reference <> ? AND split_by IS NULL
      """;

  private static final String ADD =
      "INSERT INTO merged_record (reference, person, merged_by) VALUES (?, ?, ?)";

  private static final String SPLIT =
      "UPDATE merged_record SET split_by = ? WHERE reference = ? AND split_by IS NULL";

  private final RecordTransaction transaction;

  /** In this transaction. */
  public RecordMerges(RecordTransaction transaction) {
    this.transaction = transaction;
  }

  /**
   * The records are of one person, for whom the one that is kept stands from now on; what else was
   * merged into that one is of the same person, too.
   */
  public ChangeOutcome merge(OperatorActor operator, long kept, long other, String reason)
      throws SQLException {
    Optional<ChangeRefusal> refusal = refusal(kept, other, reason);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    Optional<Long> person = personOf(kept);
    RegistryChange change = transaction.book().enter(ChangeKind.MERGE, operator, reason);
    if (person.isEmpty()) {
      add(kept, kept, change);
    }
    add(other, person.orElse(kept), change);
    transaction.audit(operator, AuditAct.RECORDS_MERGED, change.id());
    return new Done(change.id(), 2);
  }

  /** The record is of another person than those it was merged with. */
  public ChangeOutcome split(OperatorActor operator, long reference, String reason)
      throws SQLException {
    if (!RecordTransaction.isReason(reason)) {
      return new Refused(ChangeRefusal.REASON_MISSING);
    }
    Optional<Long> person = personOf(reference);
    if (!lock(reference, person.orElse(reference))) {
      return new Refused(ChangeRefusal.RECORD_UNKNOWN);
    }
    if (person.isEmpty() || !person.equals(personOf(reference))) {
      return new Refused(ChangeRefusal.NOT_MERGED);
    }
    if (person.get() == reference) {
      return new Refused(ChangeRefusal.STANDS_FOR_OTHERS);
    }
    RegistryChange change = transaction.book().enter(ChangeKind.SPLIT, operator, reason);
    split(reference, change);
    if (othersOf(person.get()) == 0) {
      split(person.get(), change);
    }
    transaction.audit(operator, AuditAct.RECORDS_SPLIT, change.id());
    return new Done(change.id(), 2);
  }

  private Optional<ChangeRefusal> refusal(long kept, long other, String reason)
      throws SQLException {
    if (!RecordTransaction.isReason(reason)) {
      return Optional.of(ChangeRefusal.REASON_MISSING);
    }
    if (kept == other) {
      return Optional.of(ChangeRefusal.SAME_RECORD);
    }
    if (!lock(kept, other)) {
      return Optional.of(ChangeRefusal.RECORD_UNKNOWN);
    }
    return personOf(other).isPresent()
        ? Optional.of(ChangeRefusal.ALREADY_MERGED)
        : Optional.empty();
  }

  /** In the order of references, so that no two acts wait in a circle; false if one is missing. */
  private boolean lock(long one, long other) throws SQLException {
    return LockedRecord.lock(transaction.connection(), Math.min(one, other)).isPresent()
        && LockedRecord.lock(transaction.connection(), Math.max(one, other)).isPresent();
  }

  private Optional<Long> personOf(long reference) throws SQLException {
    try (PreparedStatement select = transaction.connection().prepareStatement(PERSON_OF)) {
      select.setLong(1, reference);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
      }
    }
  }

  private long othersOf(long person) throws SQLException {
    try (PreparedStatement select = transaction.connection().prepareStatement(OTHERS_OF)) {
      select.setLong(1, person);
      select.setLong(2, person);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void add(long reference, long person, RegistryChange change) throws SQLException {
    try (PreparedStatement insert = transaction.connection().prepareStatement(ADD)) {
      insert.setLong(1, reference);
      insert.setLong(2, person);
      insert.setLong(3, change.number());
      insert.executeUpdate();
    }
  }

  private void split(long reference, RegistryChange change) throws SQLException {
    try (PreparedStatement update = transaction.connection().prepareStatement(SPLIT)) {
      update.setLong(1, change.number());
      update.setLong(2, reference);
      update.executeUpdate();
    }
  }
}
