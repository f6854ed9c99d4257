package org.kycvs.registry.control.changes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.kycvs.registry.OperatedRegistry.OPERATOR;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.OperatedRegistry;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.boundary.OperatorInspection;
import org.kycvs.registry.control.RegistryNotes;
import org.kycvs.registry.entity.InspectedRecord;
import org.kycvs.shared.mobile.MobileNumber;

/** An operator looks at records, and that is written down. */
class InspectionsIT {
  private static final long ASHA = 10001100059554L;
  private static final long RAVI = 10001100059555L;
  private static final MobileNumber MOBILE = MobileNumber.parse("+917999999999");
  private static final String SHOWN =
      "SELECT reference FROM inspected_record WHERE inspection = '%s' ORDER BY reference";

  private final OperatedRegistry registry = new OperatedRegistry();

  @BeforeEach
  void importRecords() {
    registry.fixture.importRows(
        RAVI + ",Ravi Rao,1979,Male,+917999999999,,,,,",
        ASHA + ",Asha Rao,1980,Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001");
  }

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void begin_keepsWhoAndWhyBeforeAnythingIsShown() {
    String id = begin().id();
    assertEquals(
        List.of("operator:opr_1"),
        registry.fixture.lines("SELECT operator FROM registry_inspection WHERE id = '" + id + "'"));
    String sealed =
        registry
            .fixture
            .lines("SELECT encode(sealed_reason, 'hex') FROM registry_inspection")
            .get(0);
    assertEquals(
        "Letter 17",
        new RegistryNotes(RegistryFixture.KEY).open(HexFormat.of().parseHex(sealed), id));
    assertEquals(List.of(), registry.fixture.lines(SHOWN.formatted(id)));
  }

  @Test
  void onMobile_showsAllInOrderAndKeepsWhichTheyWere() {
    OperatorInspection inspection = begin();
    List<InspectedRecord> records = registry.inspections.onMobile(inspection, MOBILE);
    assertEquals(List.of(ASHA, RAVI), records.stream().map(InspectedRecord::reference).toList());
    assertEquals("Asha Rao", records.get(0).versions().get(0).name().written());
    assertEquals(MOBILE, records.get(0).versions().get(0).mobile());
    assertEquals(1980, records.get(0).versions().get(0).birthYear());
    assertEquals(1, records.get(0).versions().get(0).doses().size());
    assertEquals(List.of(), records.get(1).versions().get(0).doses());
    assertEquals(
        List.of(Long.toString(ASHA), Long.toString(RAVI)),
        registry.fixture.lines(SHOWN.formatted(inspection.id())));
  }

  @Test
  void withReference_showsOne_andLookingTwiceIsOneRow() {
    OperatorInspection inspection = begin();
    assertEquals(1, registry.inspections.withReference(inspection, RAVI).size());
    assertEquals(1, registry.inspections.withReference(inspection, RAVI).size());
    assertEquals(List.of(), registry.inspections.withReference(inspection, 1));
    assertEquals(
        List.of(Long.toString(RAVI)), registry.fixture.lines(SHOWN.formatted(inspection.id())));
  }

  @Test
  void begin_withoutReason_isRefusedAndLeavesNothing() {
    List<String> before = registry.onRecord();
    for (String reason : List.of("", " ", "x".repeat(501))) {
      assertThrows(
          IllegalArgumentException.class, () -> registry.inspections.begin(OPERATOR, reason));
    }
    assertEquals(before, registry.onRecord());
    assertEquals(List.of(), registry.fixture.lines("SELECT id FROM registry_inspection"));
  }

  private OperatorInspection begin() {
    return registry.inspections.begin(OPERATOR, "Letter 17");
  }
}
