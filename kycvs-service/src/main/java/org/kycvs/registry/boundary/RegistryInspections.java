package org.kycvs.registry.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.kycvs.registry.control.RegistryUnreachableException;
import org.kycvs.registry.control.changes.Inspections;
import org.kycvs.registry.control.changes.RecordHistory;
import org.kycvs.registry.control.changes.RecordTransactions;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.shared.actor.OperatorActor;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * Lets operators look at people's records, each time with a reason, written down before anything is
 * shown. Which records were shown is kept, for the people to see.
 *
 * <p>All methods throw {@link RegistryUnreachableException} if the database fails.
 */
@Stateless
public class RegistryInspections {
  @Inject private RecordTransactions transactions;

  /** For the container. */
  public RegistryInspections() {}

  /** Where there is no container. */
  public RegistryInspections(RecordTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Writes down who will look, and why.
   *
   * @throws IllegalArgumentException if the reason is blank or longer than 500 characters
   */
  public OperatorInspection begin(OperatorActor operator, String reason) {
    return new OperatorInspection(
        transactions.run(transaction -> new Inspections(transaction).begin(operator, reason)));
  }

  /** All records on a mobile with their versions, in order of references. */
  public List<InspectedRecord> onMobile(OperatorInspection inspection, MobileNumber mobile) {
    return transactions.run(
        transaction -> {
          List<InspectedRecord> records = new RecordHistory(transaction).on(mobile);
          new Inspections(transaction).show(inspection.id(), records);
          return records;
        });
  }

  /** The record with a beneficiary reference id; none if there is no such record. */
  public List<InspectedRecord> withReference(OperatorInspection inspection, long reference) {
    return transactions.run(
        transaction -> {
          List<InspectedRecord> records =
              new RecordHistory(transaction).of(reference).stream().toList();
          new Inspections(transaction).show(inspection.id(), records);
          return records;
        });
  }
}
