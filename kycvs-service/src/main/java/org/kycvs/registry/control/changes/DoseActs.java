package org.kycvs.registry.control.changes;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
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
    return change(
        new Act(operator, ChangeKind.REVOCATION, AuditAct.DOSE_REVOKED, reason),
        reference,
        number,
        dose ->
            dose.isRevoked()
                ? refused(ChangeRefusal.ALREADY_REVOKED)
                : planned(dose.revoked(transaction.now())));
  }

  /** The dose was right after all: it counts again. */
  public ChangeOutcome reinstate(OperatorActor operator, long reference, int number, String reason)
      throws SQLException {
    return change(
        new Act(operator, ChangeKind.REINSTATEMENT, AuditAct.DOSE_REINSTATED, reason),
        reference,
        number,
        dose -> dose.isRevoked() ? planned(dose.reinstated()) : refused(ChangeRefusal.NOT_REVOKED));
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
    return change(
        new Act(operator, ChangeKind.CORRECTION, AuditAct.DOSE_CORRECTED, reason),
        reference,
        number,
        dose -> {
          Dose corrected = dose.corrected(product, day);
          return corrected.equals(dose)
              ? refused(ChangeRefusal.NOTHING_CORRECTED)
              : planned(corrected);
        });
  }

  private ChangeOutcome change(Act act, long reference, int number, Planning planning)
      throws SQLException {
    if (!RecordTransaction.isReason(act.reason())) {
      return new Refused(ChangeRefusal.REASON_MISSING);
    }
    Optional<LockedRecord> record = LockedRecord.lock(transaction.connection(), reference);
    if (record.isEmpty()) {
      return new Refused(ChangeRefusal.RECORD_UNKNOWN);
    }
    Optional<Dose> dose = record.get().dose(number);
    if (dose.isEmpty()) {
      return new Refused(ChangeRefusal.DOSE_UNKNOWN);
    }
    Plan plan = planning.plan(dose.get());
    if (plan.dose().isEmpty()) {
      return new Refused(plan.refusal().orElseThrow());
    }
    RegistryChange change = transaction.book().enter(act.kind(), act.operator(), act.reason());
    record.get().replace(plan.dose().get(), change);
    transaction.audit(act.operator(), act.audited(), change.id());
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

  private static Plan planned(Dose dose) {
    return new Plan(Optional.of(dose), Optional.empty());
  }

  private static Plan refused(ChangeRefusal refusal) {
    return new Plan(Optional.empty(), Optional.of(refusal));
  }

  /** Who does what, and why. */
  private record Act(OperatorActor operator, ChangeKind kind, AuditAct audited, String reason) {}

  /** What the dose becomes, or why it cannot. */
  private record Plan(Optional<Dose> dose, Optional<ChangeRefusal> refusal) {}

  /** Decides what becomes of a dose. */
  private interface Planning {
    Plan plan(Dose dose);
  }
}
