package org.kycvs.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.kycvs.registry.control.RegistryUnreachableException;
import org.kycvs.registry.control.changes.DoseActs;
import org.kycvs.registry.control.changes.RecordMerges;
import org.kycvs.registry.control.changes.RecordTransactions;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.shared.actor.OperatorActor;

/**
 * What operators may change in people's records, each with a reason. Every version before is kept,
 * every act is in the audit log, and answers follow from the act's commit on.
 *
 * <p>All methods throw {@link RegistryUnreachableException} if the database fails.
 */
@Stateless
public class RecordCorrections {
  @Inject private RecordTransactions transactions;

  /** For the container. */
  public RecordCorrections() {}

  /** Where there is no container. */
  public RecordCorrections(RecordTransactions transactions) {
    this.transactions = transactions;
  }

  /** The dose is wrong: it stays on record and counts no more. */
  public ChangeOutcome revokeDose(
      OperatorActor operator, long reference, int number, String reason) {
    return transactions.run(
        transaction -> new DoseActs(transaction).revoke(operator, reference, number, reason));
  }

  /** The dose was right after all: it counts again. */
  public ChangeOutcome reinstateDose(
      OperatorActor operator, long reference, int number, String reason) {
    return transactions.run(
        transaction -> new DoseActs(transaction).reinstate(operator, reference, number, reason));
  }

  /** It was another product, or another day, or both; empty for what was right. */
  public ChangeOutcome correctDose(
      OperatorActor operator,
      long reference,
      int number,
      Optional<String> product,
      Optional<LocalDate> day,
      String reason) {
    return transactions.run(
        transaction ->
            new DoseActs(transaction).correct(operator, reference, number, product, day, reason));
  }

  /**
   * Two records are of one person: asked on either mobile, the doses of both count.
   *
   * @param kept the record that stands for the person from now on
   */
  public ChangeOutcome merge(OperatorActor operator, long kept, long other, String reason) {
    return transactions.run(
        transaction -> new RecordMerges(transaction).merge(operator, kept, other, reason));
  }

  /** A record that was merged into another stands alone again, as it was. */
  public ChangeOutcome split(OperatorActor operator, long reference, String reason) {
    return transactions.run(
        transaction -> new RecordMerges(transaction).split(operator, reference, reason));
  }
}
