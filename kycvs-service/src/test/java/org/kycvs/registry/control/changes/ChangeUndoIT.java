package org.kycvs.registry.control.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.control.RegistryDatabase;
import org.kycvs.registry.control.imports.ImportOutcome;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.shared.actor.CommandLineActor;

/** Takes imports back, in real PostgreSQL. */
class ChangeUndoIT {
  private static final String ASHA =
      "10001100059554,Asha Rao,1980,Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001";
  private static final String ASHA_ELSEWHERE =
      ASHA.replace("Asha Rao", "Asha Reddy").replace("+917999999999", "+917999999998");
  private static final String ASHA_SECOND = ASHA.replace(",1,2021-05-01", ",2,2021-08-01");
  private static final String RAVI = "10001100059555,Ravi Rao,1979,Male,+917999999999,,,,,";

  private final RegistryFixture registry = new RegistryFixture();

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void undo_importOfNewPeople_leavesNothing() {
    Imported sample = registry.importSample();
    assertEquals(new Done(sample.id(), 1200), registry.undo(sample));
    assertEquals(List.of(), registry.content());
  }

  @Test
  void undo_importOfChangesAndAdditions_restoresExactly() {
    registry.importRows(ASHA);
    registry.importSample();
    List<String> before = registry.content();
    ImportOutcome later = registry.importRows(ASHA_ELSEWHERE, RAVI);
    assertNotEquals(before, registry.content());
    assertEquals(2, assertInstanceOf(Done.class, registry.undo(later)).records());
    assertEquals(before, registry.content());
  }

  @Test
  void undo_oneAfterTheOther_goesBackAllTheWay() {
    ImportOutcome first = registry.importRows(ASHA);
    List<String> afterFirst = registry.content();
    ImportOutcome second = registry.importRows(ASHA_SECOND);
    List<String> afterSecond = registry.content();
    ImportOutcome third = registry.importRows(ASHA_ELSEWHERE, RAVI);
    assertInstanceOf(Done.class, registry.undo(third));
    assertEquals(afterSecond, registry.content());
    assertInstanceOf(Done.class, registry.undo(second));
    assertEquals(afterFirst, registry.content());
    assertInstanceOf(Done.class, registry.undo(first));
    assertEquals(List.of(), registry.content());
  }

  @Test
  void undo_whatALaterImportBuiltOn_isRefusedWithThat() {
    ImportOutcome first = registry.importRows(ASHA, RAVI);
    Imported later = assertInstanceOf(Imported.class, registry.importRows(ASHA_SECOND));
    List<String> before = registry.content();
    assertEquals(
        new Refused(ChangeRefusal.CHANGED_SINCE, List.of(later.id())), registry.undo(first));
    assertEquals(before, registry.content());
  }

  @Test
  void undo_importThatALaterOneLeftAlone_isDone() {
    ImportOutcome first = registry.importRows(RAVI);
    registry.importRows(ASHA);
    assertInstanceOf(Done.class, registry.undo(first));
    assertEquals(1, registry.content().size());
  }

  @Test
  void undo_addedRecordsThatAreMerged_isRefusedWithTheRecords() {
    ImportOutcome first = registry.importRows(ASHA, RAVI);
    registry.execute(
        "INSERT INTO registry_change (id, kind, made_at, made_by, sealed_reason)"
            + " VALUES ('chg_0000000000000000000001', 'merge', now(), 'test', '')");
    registry.execute(
        "INSERT INTO merged_record SELECT p.reference, 10001100059554, c.number, NULL"
            + " FROM person p, registry_change c WHERE c.kind = 'merge'");
    assertEquals(
        new Refused(ChangeRefusal.MERGED_SINCE, List.of("10001100059554", "10001100059555")),
        registry.undo(first));
    assertEquals(2, registry.content().size());
  }

  @Test
  void undo_actOnADose_restoresExactlyAndFreesTheImport() {
    ImportOutcome imported = registry.importRows(ASHA);
    List<String> before = registry.content();
    Done revoked = revokeFirstDose();
    assertEquals(
        new Refused(ChangeRefusal.CHANGED_SINCE, List.of(revoked.id())), registry.undo(imported));
    assertEquals(new Done(revoked.id(), 1), registry.undo(revoked.id()));
    assertEquals(before, registry.content());
    assertInstanceOf(Done.class, registry.undo(imported));
  }

  @Test
  void undo_merge_isRefusedSinceItIsSplit() {
    registry.execute(
        "INSERT INTO registry_change (id, kind, made_at, made_by, sealed_reason)"
            + " VALUES ('chg_0000000000000000000001', 'merge', now(), 'test', '')");
    assertEquals(
        new Refused(ChangeRefusal.NOT_UNDONE_BUT_SPLIT),
        registry.undo("chg_0000000000000000000001"));
  }

  private Done revokeFirstDose() {
    RecordTransactions transactions =
        new RecordTransactions(
            new RegistryDatabase(registry.database.application()),
            RegistryFixture.KEY,
            registry.calendar);
    CommandLineActor operator = CommandLineActor.holding(RegistryFixture.KEY);
    return assertInstanceOf(
        Done.class,
        transactions.run(in -> new DoseActs(in).revoke(operator, 10001100059554L, 1, "a test")));
  }

  @Test
  void undo_twice_isRefusedTheSecondTime() {
    ImportOutcome first = registry.importRows(ASHA);
    registry.undo(first);
    assertEquals(new Refused(ChangeRefusal.ALREADY_UNDONE), registry.undo(first));
  }

  @Test
  void undo_unknownChange_isRefused() {
    assertEquals(new Refused(ChangeRefusal.CHANGE_UNKNOWN), registry.undo("imp_1"));
  }

  @Test
  void undo_thenTheSameFileAgain_isAsTheFirstTime() {
    Imported first = registry.importSample();
    registry.undo(first);
    assertEquals(first.counts(), registry.importSample().counts());
  }

  @Test
  void undo_isWrittenDown() {
    Imported imported = assertInstanceOf(Imported.class, registry.importRows(ASHA, RAVI));
    ChangeOutcome undone = registry.undo(imported);
    assertEquals(new Done(imported.id(), 2), undone);
    assertEquals(
        List.of(imported.id() + " system:command-line 2 0"),
        registry.lines(
            "SELECT concat_ws(' ', id, undone_by, people_added, people_changed)"
                + " FROM registry_change WHERE undone_at IS NOT NULL"));
    assertEquals(
        List.of("registry-imported", "registry-change-undone"),
        registry.lines(
            "SELECT act FROM audit_entry WHERE subject = '"
                + imported.id()
                + "' ORDER BY transaction_id"));
  }
}
