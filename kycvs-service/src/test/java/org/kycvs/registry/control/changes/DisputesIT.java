package org.kycvs.registry.control.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.registry.OperatedRegistry.OPERATOR;
import static org.kycvs.registry.OperatedRegistry.assertRefused;
import static org.kycvs.registry.OperatedRegistry.done;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.OperatedRegistry;
import org.kycvs.registry.entity.ChangeOutcome;
import org.kycvs.registry.entity.ChangeOutcome.Done;
import org.kycvs.registry.entity.ChangeOutcome.Refused;
import org.kycvs.registry.entity.ChangeRefusal;
import org.kycvs.registry.entity.Dispute;
import org.kycvs.registry.entity.DisputeGround;
import org.kycvs.registry.entity.DisputeOutcome;
import org.kycvs.testing.AtOnce;

/** Somebody says that a record is wrong. */
class DisputesIT {
  private static final long ASHA = 10001100059554L;
  private static final String MOBILE = "+917999999999";

  private final OperatedRegistry registry = new OperatedRegistry();

  @BeforeEach
  void importRecord() {
    registry.fixture.importRows(
        ASHA + ",Asha Rao,1980,Female," + MOBILE + ",COVISHIELD,1,2021-05-01,B1,100001");
  }

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void raise_changesNoAnswerAndNoRecord() {
    List<String> records = registry.fixture.content();
    done(raise("Never given"));
    assertEquals("1", registry.answer(MOBILE, "Asha Rao"));
    assertEquals(records, registry.fixture.content());
  }

  @Test
  void open_tellsThemOldestFirst() {
    List<String> raised = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      raised.add(done(raise("Letter " + i)));
    }
    List<Dispute> open = open();
    assertEquals(raised, open.stream().map(Dispute::id).toList());
    assertEquals("Letter 0", open.get(0).account());
    assertEquals(ASHA, open.get(0).reference());
    assertEquals(DisputeGround.DOSE_NOT_MINE, open.get(0).ground());
    assertTrue(open.get(0).raisedAt().isBefore(open.get(4).raisedAt()));
  }

  @Test
  void settle_takesItFromTheListAndLeavesTheRecord() {
    String first = done(raise("Never given"));
    String second = done(raise("Not my dose"));
    List<String> records = registry.fixture.content();
    assertEquals(new Done(first, 1), settle(first));
    assertEquals(List.of(second), open().stream().map(Dispute::id).toList());
    assertEquals(records, registry.fixture.content());
    assertEquals(
        List.of("upheld"),
        registry.fixture.lines(
            "SELECT outcome FROM registry_dispute WHERE settled_by = 'operator:opr_1'"));
  }

  @Test
  void settle_twoOperatorsAtOnce_oneDoesOneIsRefused() {
    String id = done(raise("Never given"));
    List<ChangeOutcome> outcomes = AtOnce.call(2, () -> settle(id));
    assertTrue(outcomes.contains(new Done(id, 1)), outcomes::toString);
    assertTrue(outcomes.contains(new Refused(ChangeRefusal.ALREADY_SETTLED)), outcomes::toString);
  }

  @Test
  void refused_leaveNothingOnRecord() {
    String id = done(raise("Never given"));
    List<String> before = registry.onRecord();
    assertRefused(ChangeRefusal.REASON_MISSING, raise(" "));
    assertRefused(ChangeRefusal.REASON_MISSING, raise("x".repeat(501)));
    assertRefused(
        ChangeRefusal.RECORD_UNKNOWN,
        registry.disputes.raise(OPERATOR, 1, DisputeGround.NOT_ME, "Who is that"));
    assertRefused(ChangeRefusal.DISPUTE_UNKNOWN, settle("dsp_" + "0".repeat(22)));
    assertRefused(
        ChangeRefusal.REASON_MISSING,
        registry.disputes.settle(OPERATOR, id, DisputeOutcome.REJECTED, ""));
    assertEquals(before, registry.onRecord());
  }

  private List<Dispute> open() {
    return registry.disputes.open(registry.inspections.begin(OPERATOR, "Weekly round"));
  }

  private ChangeOutcome raise(String account) {
    return registry.disputes.raise(OPERATOR, ASHA, DisputeGround.DOSE_NOT_MINE, account);
  }

  private ChangeOutcome settle(String id) {
    return registry.disputes.settle(OPERATOR, id, DisputeOutcome.UPHELD, "Seen on paper");
  }
}
