package org.kycvs.registry.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.Dispute;
import org.kycvs.registry.entity.DisputeGround;
import org.kycvs.registry.entity.DisputeOutcome;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.shared.actor.OperatorActor;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.RegisteredPerson;

/** Operators' acts in the server: they are of the container's transaction, or one of their own. */
class RecordActsIT extends InContainer {
  private static final OperatorActor OPERATOR = () -> "operator:opr_1";
  private static final List<String> TABLES =
      List.of(
          "person",
          "person_version",
          "registry_change",
          "merged_record",
          "registry_dispute",
          "registry_inspection",
          "inspected_record",
          "audit_entry");

  @Inject private RecordCorrections corrections;
  @Inject private RegistryInspections inspections;
  @Inject private RecordDisputes disputes;
  @Resource private UserTransaction transaction;

  private RegisteredPerson asha;
  private RegisteredPerson again;

  @BeforeEach
  void register() {
    asha = RegisteredPerson.vaccinated();
    again = RegisteredPerson.vaccinated();
  }

  @AfterEach
  void endTransaction() throws Exception {
    if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
      transaction.rollback();
    }
  }

  @Test
  void acts_withoutATransaction_areEachCommitted() {
    long reference = reference(asha);
    List<String> before = content();
    assertDone(corrections.revokeDose(OPERATOR, reference, 2, "Never given"));
    assertNotEquals(before, content());
    InspectedRecord record = inspect(asha);
    assertEquals(2, record.versions().size());
    assertTrue(record.versions().get(0).doses().get(1).isRevoked());
    assertFalse(record.versions().get(1).doses().get(1).isRevoked());
  }

  @Test
  void acts_inATransactionThatIsRolledBack_leaveNothing() throws Exception {
    List<String> before = content();
    transaction.begin();
    doEverything();
    assertEquals(before, content());
    transaction.setRollbackOnly();
    transaction.rollback();
    assertEquals(before, content());
  }

  @Test
  void acts_inATransaction_areSeenFromItsCommitOn() throws Exception {
    List<String> before = content();
    transaction.begin();
    doEverything();
    assertEquals(before, content());
    transaction.commit();
    assertEquals(2, inspect(again).versions().size());
    assertNotEquals(before, content());
  }

  /** Each sees what those before it did, though nobody else does. */
  private void doEverything() {
    OperatorInspection inspection = inspections.begin(OPERATOR, "Letter 17");
    long kept = inspections.onMobile(inspection, asha.mobile()).get(0).reference();
    long other = inspections.onMobile(inspection, again.mobile()).get(0).reference();
    assertDone(corrections.revokeDose(OPERATOR, other, 1, "Never given"));
    assertTrue(
        inspections
            .withReference(inspection, other)
            .get(0)
            .versions()
            .get(0)
            .doses()
            .get(0)
            .isRevoked());
    assertDone(corrections.merge(OPERATOR, kept, other, "Same paper"));
    String dispute =
        assertDone(disputes.raise(OPERATOR, kept, DisputeGround.DOSE_WRONG, "Another day"));
    assertTrue(disputes.open(inspection).stream().map(Dispute::id).anyMatch(dispute::equals));
    assertDone(disputes.settle(OPERATOR, dispute, DisputeOutcome.UPHELD, "Seen on paper"));
  }

  private InspectedRecord inspect(RegisteredPerson person) {
    OperatorInspection inspection = inspections.begin(OPERATOR, "Letter 17");
    return inspections.onMobile(inspection, person.mobile()).get(0);
  }

  private long reference(RegisteredPerson person) {
    return inspect(person).reference();
  }

  private static String assertDone(ChangeOutcome outcome) {
    return assertInstanceOf(Done.class, outcome).id();
  }

  private static List<String> content() {
    List<String> content = new ArrayList<>();
    for (String table : TABLES) {
      content.addAll(
          OwnerDatabase.lines(
              "SELECT t::text FROM " + table + " t ORDER BY t::text COLLATE \"C\""));
    }
    return content;
  }
}
