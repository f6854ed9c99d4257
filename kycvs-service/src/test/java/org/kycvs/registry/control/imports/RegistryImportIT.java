package org.kycvs.registry.control.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.RegistryFixture;
import org.kycvs.registry.control.PersonSeals;
import org.kycvs.registry.control.imports.ImportOutcome.Imported;
import org.kycvs.shared.mobile.MobileNumber;

/** Takes files in, to real PostgreSQL. */
class RegistryImportIT {
  private static final String ASHA =
      "10001100059554,Asha Rao,1980,Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001";
  private static final String ASHA_SECOND =
      "10001100059554,Asha Rao,1980,Female,+917999999999,COVISHIELD,2,2021-08-01,B2,100002";
  private static final String RAVI = "10001100059555,Ravi Rao,1979,Male,+917999999999,,,,,";

  private final RegistryFixture registry = new RegistryFixture();
  private List<String> before;

  @BeforeEach
  void remember() {
    before = registry.content();
  }

  @AfterEach
  void drop() {
    registry.close();
  }

  @Test
  void run_sample_addsEverybodyOnce() {
    ImportCounts counts = registry.importSample().counts();
    assertEquals(new ImportCounts(2135, 1200, 0, 1200, 1989, 0, 1989), counts);
    assertEquals(List.of("1200"), registry.lines("SELECT count(*) FROM person"));
    assertEquals(List.of("1989"), registry.lines("SELECT sum(cardinality(doses)) FROM person"));
  }

  @Test
  void run_sampleAgain_changesNothing() {
    registry.importSample();
    List<String> once = registry.content();
    ImportCounts again = registry.importSample().counts();
    assertEquals(new ImportCounts(2135, 0, 0, 1200, 0, 0, 1989), again);
    assertEquals(once, registry.content());
  }

  @Test
  void rehearse_sample_countsButKeepsNothing() {
    ImportOutcome outcome = registry.rehearse(RegistryFixture.sample("sample-registry.csv"));
    assertEquals(1200, assertInstanceOf(Imported.class, outcome).counts().peopleAdded());
    assertEquals(before, registry.content());
  }

  @Test
  void run_personOfTwoRowsApart_isOnePersonWithTwoDoses() {
    ImportCounts counts = imported(registry.importRows(ASHA_SECOND, RAVI, ASHA));
    assertEquals(new ImportCounts(3, 2, 0, 2, 2, 0, 2), counts);
  }

  @Test
  void run_sameRowTwice_isOneDose() {
    assertEquals(new ImportCounts(2, 1, 0, 1, 1, 0, 1), imported(registry.importRows(ASHA, ASHA)));
  }

  @Test
  void run_knownPersonChanged_isReplacedAndTheOtherDoseStays() {
    registry.importRows(ASHA, ASHA_SECOND);
    String otherDay = ASHA.replace("Asha Rao", "Asha Reddy").replace("2021-05-01", "2021-05-02");
    ImportCounts counts = imported(registry.importRows(otherDay));
    assertEquals(new ImportCounts(1, 0, 1, 1, 0, 1, 1), counts);
    assertEquals(
        List.of("2021-05-02", "2021-08-01"),
        registry.lines("SELECT given_on FROM person, unnest(doses)"));
  }

  @Test
  void run_knownPersonOnAnotherMobile_movesWithAllDoses() {
    registry.importRows(ASHA, ASHA_SECOND);
    for (String mobile : List.of("+917999999998", "+917011000001", "+917011000002")) {
      ImportCounts counts = imported(registry.importRows(ASHA.replace("+917999999999", mobile)));
      assertEquals(new ImportCounts(1, 0, 1, 1, 0, 0, 1), counts);
      byte[] index = new PersonSeals(RegistryFixture.KEY).index(MobileNumber.parse(mobile));
      String hex = HexFormat.of().formatHex(index);
      assertEquals(List.of(hex), registry.lines("SELECT encode(mobile_index, 'hex') FROM person"));
      assertEquals(List.of("2"), registry.lines("SELECT cardinality(doses) FROM person"));
      String sealed = registry.lines("SELECT encode(sealed_mobile, 'hex') FROM person").get(0);
      assertEquals(
          mobile,
          RegistryFixture.KEY
              .seal("kycvs/person/1")
              .openText(HexFormat.of().parseHex(sealed), "10001100059554/mobile"));
    }
  }

  @Test
  void run_oldestAndYoungest_areTaken() {
    assertEquals(1, imported(registry.importRows(ASHA.replace("1980", "1896"))).people());
    assertEquals(1, imported(registry.importRows(ASHA.replace("1980", "2026"))).people());
  }

  @Test
  void run_anyRow_leavesNoNameOrMobileInClear() {
    registry.importRows(ASHA);
    String dump = String.join("\n", registry.content());
    assertTrue(dump.contains("10001100059554"));
    for (String secret : List.of("Asha", "7999999999", hex("Asha"), hex("7999999999"))) {
      assertFalse(dump.contains(secret), secret);
    }
  }

  @Test
  void run_windowsFile_isTheSameFile() {
    String text =
        "\ufeff"
            + RegistryFixture.HEADER
            + "\"10001100059554\",\"Asha Rao\",1980,"
            + "Female,+917999999999,COVISHIELD,1,2021-05-01,B1,100001\n\n";
    ImportCounts counts = imported(registry.importText(text.replace("\n", "\r\n")));
    assertEquals(new ImportCounts(1, 1, 0, 1, 1, 0, 1), counts);
    assertEquals(0, imported(registry.importRows(ASHA)).peopleChanged());
  }

  private static ImportCounts imported(ImportOutcome outcome) {
    return assertInstanceOf(Imported.class, outcome).counts();
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
