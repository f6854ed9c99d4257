package org.kycvs.registry.control.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.registry.OperatedRegistry.OPERATOR;
import static org.kycvs.registry.OperatedRegistry.assertRefused;
import static org.kycvs.registry.OperatedRegistry.done;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.OperatedRegistry;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.testing.AtOnce;

/** One person registered twice: dose 1 on one mobile, and what was dose 2 as 1 on another. */
class RecordMergesIT {
  private static final long ASHA = 10001100059551L;
  private static final long AGAIN = 10001100059552L;
  private static final long THIRD = 10001100059553L;
  private static final long UNKNOWN = 10001100059559L;
  private static final String HERS = "+917999999991";
  private static final String HER_SONS = "+917999999992";
  private static final String NAME = "Asha Rao";
  private static final String NAME_AGAIN = "Asha Iyer";

  private final OperatedRegistry registry = new OperatedRegistry();
  private String lastImport;
  private List<String> records;

  @BeforeEach
  void importRecords() {
    registry.fixture.importRows(row(ASHA, NAME, HERS, "2021-05-01"));
    lastImport =
        assertInstanceOf(
                Imported.class,
                registry.fixture.importRows(
                    row(AGAIN, NAME_AGAIN, HER_SONS, "2021-09-01"),
                    row(THIRD, NAME, HERS, "2021-09-02")))
            .id();
    records = registry.fixture.content();
  }

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void merge_onTwoMobiles_isOnePersonWithBothDoses() {
    assertEquals("1", registry.answer(HER_SONS, NAME_AGAIN));
    done(merge(ASHA, AGAIN));
    assertEquals("2", registry.answer(HER_SONS, NAME_AGAIN));
    assertEquals(Long.toString(ASHA), registry.person(HER_SONS, NAME_AGAIN));
    assertEquals(Optional.of(ASHA), registry.record(AGAIN).person());
    assertEquals(Optional.of(ASHA), registry.record(ASHA).person());
    assertEquals("no-match", registry.answer(HER_SONS, NAME));
  }

  @Test
  void merge_onTheSameMobileWithTheSameName_isNotAmbiguousAnyMore() {
    assertEquals("ambiguous", registry.answer(HERS, NAME));
    done(merge(ASHA, THIRD));
    assertEquals("2", registry.answer(HERS, NAME));
    assertEquals(Long.toString(ASHA), registry.person(HERS, NAME));
  }

  @Test
  void merge_asksOnEitherMobile_forTheSamePerson() {
    done(registry.corrections.merge(OPERATOR, ASHA, THIRD, "Same paper"));
    done(merge(ASHA, AGAIN));
    assertEquals("2", registry.answer(HERS, NAME));
    assertEquals("2", registry.answer(HER_SONS, NAME_AGAIN));
    assertEquals(registry.person(HERS, NAME), registry.person(HER_SONS, NAME_AGAIN));
  }

  @Test
  void merge_changesNoRecord_andSplitGivesBackWhatWas() {
    done(merge(ASHA, AGAIN));
    assertEquals(records, registry.fixture.content());
    done(split(AGAIN));
    assertEquals(records, registry.fixture.content());
    assertEquals("1", registry.answer(HER_SONS, NAME_AGAIN));
    assertEquals(Long.toString(AGAIN), registry.person(HER_SONS, NAME_AGAIN));
    assertEquals("ambiguous", registry.answer(HERS, NAME));
    assertEquals(Optional.empty(), registry.record(ASHA).person());
    assertEquals(Optional.empty(), registry.record(AGAIN).person());
  }

  @Test
  void merge_whatIsRevokedInOneRecord_countsInNeither() {
    done(merge(ASHA, AGAIN));
    done(registry.corrections.revokeDose(OPERATOR, ASHA, 1, "Never given"));
    assertEquals("1", registry.answer(HER_SONS, NAME_AGAIN));
  }

  @Test
  void merge_intoAMergedRecord_isOfTheSamePerson() {
    done(merge(ASHA, AGAIN));
    done(merge(AGAIN, THIRD));
    assertEquals(Optional.of(ASHA), registry.record(THIRD).person());
  }

  @Test
  void split_oneOfThree_leavesTheOthersTogether() {
    done(merge(ASHA, AGAIN));
    done(merge(ASHA, THIRD));
    done(split(AGAIN));
    assertEquals("1", registry.answer(HER_SONS, NAME_AGAIN));
    assertEquals(Optional.empty(), registry.record(AGAIN).person());
    assertEquals("2", registry.answer(HERS, NAME));
    assertEquals(Optional.of(ASHA), registry.record(THIRD).person());
    assertRefused(ChangeRefusal.STANDS_FOR_OTHERS, split(ASHA));
    done(split(THIRD));
    assertRefused(ChangeRefusal.NOT_MERGED, split(ASHA));
  }

  @Test
  void merge_afterASplit_canBeOtherwise() {
    done(merge(ASHA, AGAIN));
    done(split(AGAIN));
    done(merge(AGAIN, ASHA));
    assertEquals(Long.toString(AGAIN), registry.person(HER_SONS, NAME_AGAIN));
    assertEquals("2", registry.answer(HER_SONS, NAME_AGAIN));
  }

  @Test
  void merge_eachIntoTheOtherAtOnce_oneIsRefused() {
    List<ChangeOutcome> outcomes =
        AtOnce.call(2, new TakingTurns<>(() -> merge(ASHA, AGAIN), () -> merge(AGAIN, ASHA)));
    assertEquals(1, outcomes.stream().filter(Done.class::isInstance).count());
    assertTrue(outcomes.contains(new Refused(ChangeRefusal.ALREADY_MERGED)), outcomes::toString);
  }

  @Test
  void refused_leaveNothingOnRecord() {
    done(merge(ASHA, AGAIN));
    List<String> before = registry.onRecord();
    assertRefused(ChangeRefusal.SAME_RECORD, merge(THIRD, THIRD));
    assertRefused(ChangeRefusal.RECORD_UNKNOWN, merge(ASHA, UNKNOWN));
    assertRefused(ChangeRefusal.RECORD_UNKNOWN, merge(UNKNOWN, ASHA));
    assertRefused(ChangeRefusal.ALREADY_MERGED, merge(THIRD, AGAIN));
    assertRefused(ChangeRefusal.ALREADY_MERGED, merge(THIRD, ASHA));
    assertRefused(ChangeRefusal.RECORD_UNKNOWN, split(UNKNOWN));
    assertRefused(ChangeRefusal.NOT_MERGED, split(THIRD));
    assertRefused(ChangeRefusal.STANDS_FOR_OTHERS, split(ASHA));
    assertRefused(
        ChangeRefusal.REASON_MISSING, registry.corrections.merge(OPERATOR, ASHA, THIRD, " "));
    assertRefused(ChangeRefusal.REASON_MISSING, registry.corrections.split(OPERATOR, AGAIN, " "));
    assertEquals(before, registry.onRecord());
  }

  @Test
  void undo_ofAnImportWhoseRecordWasMerged_isRefusedUntilItIsSplit() {
    done(merge(ASHA, AGAIN));
    assertEquals(
        new Refused(ChangeRefusal.MERGED_SINCE, List.of(Long.toString(AGAIN))),
        registry.undo(lastImport));
    done(split(AGAIN));
    assertEquals(new Done(lastImport, 2), registry.undo(lastImport));
    assertEquals("1", registry.answer(HERS, NAME));
    assertEquals("no-match", registry.answer(HER_SONS, NAME_AGAIN));
  }

  private static String row(long reference, String name, String mobile, String day) {
    return reference + "," + name + ",1980,Female," + mobile + ",COVISHIELD,1," + day + ",B1,1";
  }

  private ChangeOutcome merge(long kept, long other) {
    return registry.corrections.merge(OPERATOR, kept, other, "Same paper");
  }

  private ChangeOutcome split(long reference) {
    return registry.corrections.split(OPERATOR, reference, "Her sister after all");
  }
}
