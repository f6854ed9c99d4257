package org.kycvs.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.kycvs.registry.control.RegistryUnreachableException;
import org.kycvs.registry.control.changes.Disputes;
import org.kycvs.registry.control.changes.RecordTransactions;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.Dispute;
import org.kycvs.registry.entity.DisputeGround;
import org.kycvs.registry.entity.DisputeOutcome;
import org.kycvs.shared.actor.Actor;
import org.kycvs.shared.actor.OperatorActor;

/**
 * Takes down what people say is wrong with records, until an operator decides. Meanwhile answers
 * stay as they are: nothing is suspended silently.
 *
 * <p>All methods throw {@link RegistryUnreachableException} if the database fails.
 */
@Stateless
public class RecordDisputes {
  @Inject private RecordTransactions transactions;

  /** For the container. */
  public RecordDisputes() {}

  /** Where there is no container. */
  public RecordDisputes(RecordTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Writes down that somebody says a record is wrong.
   *
   * @param account what they say about it, at most 500 characters
   */
  public ChangeOutcome raise(Actor actor, long reference, DisputeGround ground, String account) {
    return transactions.run(
        transaction -> new Disputes(transaction).raise(actor, reference, ground, account));
  }

  /** Those that wait for a decision, oldest first, at most 1,000. */
  public List<Dispute> open(OperatorInspection inspection) {
    return transactions.run(transaction -> new Disputes(transaction).open());
  }

  /** An operator decides; what follows for the record is an act of its own. */
  public ChangeOutcome settle(
      OperatorActor operator, String id, DisputeOutcome outcome, String reason) {
    return transactions.run(
        transaction -> new Disputes(transaction).settle(operator, id, outcome, reason));
  }
}
