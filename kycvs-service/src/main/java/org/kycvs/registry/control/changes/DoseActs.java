package org.kycvs.registry.control.changes;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.registry.control.StatusRuleTable;
import org.kycvs.registry.entity.ChangeKind;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.registry.entity.Dose;
import org.kycvs.shared.actor.OperatorActor;

/**
 * What operators do to doses. An import of what the source said before leaves it as it is; only
 * when the source says something else of a dose, a correction gives way to that.
 *
 * <p>Needs no container.
 */
public final class DoseActs {
  private final RecordTransaction transaction;

  /** In this transaction. */
  public DoseActs(RecordTransaction transaction) {
    this.transaction = transaction;
  }

  /** The dose is wrong: it stays on record and counts no more. */
  public ChangeOutcome revoke(OperatorActor operator, long reference, int number, String reason)
      throws SQLException {
    Act act = new Act(ChangeKind.REVOCATION, AuditAct.DOSE_REVOKED, ChangeRefusal.ALREADY_REVOKED);
    Instant now = transaction.now();
    return change(act, operator, reference, number, dose -> dose.revoked(now), reason);
  }

  /** The dose was right after all: it counts again. */
  public ChangeOutcome reinstate(OperatorActor operator, long reference, int number, String reason)
      throws SQLException {
    Act act =
        new Act(ChangeKind.REINSTATEMENT, AuditAct.DOSE_REINSTATED, ChangeRefusal.NOT_REVOKED);
    return change(act, operator, reference, number, Dose::reinstated, reason);
  }

  /** It was another product, or another day, or both; empty for what was right. */
  public ChangeOutcome correct(
      OperatorActor operator,
      long reference,
      int number,
      Optional<String> product,
      Optional<LocalDate> day,
      String reason)
      throws SQLException {
    if (product.isPresent() && !isProduct(product.get())) {
      return new Refused(ChangeRefusal.PRODUCT_UNKNOWN);
    }
    if (day.isPresent() && !isWithinProgramme(day.get())) {
      return new Refused(ChangeRefusal.DAY_OUT_OF_PROGRAMME);
    }
    Act act =
        new Act(ChangeKind.CORRECTION, AuditAct.DOSE_CORRECTED, ChangeRefusal.NOTHING_CORRECTED);
    return change(act, operator, reference, number, dose -> dose.corrected(product, day), reason);
  }

  private ChangeOutcome change(
      Act act,
      OperatorActor operator,
      long reference,
      int number,
      UnaryOperator<Dose> becomes,
      String reason)
      throws SQLException {
    if (!RecordTransaction.isReason(reason)) {
      return new Refused(ChangeRefusal.REASON_MISSING);
    }
    Optional<LockedRecord> record = LockedRecord.lock(transaction.connection(), reference);
    if (record.isEmpty()) {
      return new Refused(ChangeRefusal.RECORD_UNKNOWN);
    }
    Optional<Dose> before = record.get().dose(number);
    if (before.isEmpty()) {
      return new Refused(ChangeRefusal.DOSE_UNKNOWN);
    }
    Dose after = becomes.apply(before.get());
    if (after.equals(before.get())) {
      return new Refused(act.changesNothing());
    }
    RegistryChange change = transaction.book().enter(act.kind(), operator, reason);
    record.get().replace(after, change);
    transaction.audit(operator, act.audited(), change.id());
    return new Done(change.id(), 1);
  }

  private boolean isProduct(String code) throws SQLException {
    try (PreparedStatement select =
        transaction.connection().prepareStatement("SELECT FROM vaccine_product WHERE code = ?")) {
      select.setString(1, code);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private boolean isWithinProgramme(LocalDate day) throws SQLException {
    LocalDate today = transaction.calendar().today();
    LocalDate start =
        StatusRuleTable.read(transaction.connection()).inForceOn(today).programmeStart();
    return !day.isBefore(start) && !day.isAfter(today);
  }

  /** What is done, and what is said if it would change nothing. */
  private record Act(ChangeKind kind, AuditAct audited, ChangeRefusal changesNothing) {}
}
