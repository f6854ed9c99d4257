package org.kycvs.bench.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kycvs.registry.entity.Dose;

class NaiveRuleTest {
  private static final LocalDate DAY = LocalDate.of(2021, 3, 1);

  @Test
  void status_noDose_isZero() {
    assertEquals(0, status());
  }

  @Test
  void status_secondDoseWithinTheGrace_isTwo_aDayEarlier_isOne() {
    assertEquals(2, status("COVISHIELD", 0, "COVISHIELD", 24));
    assertEquals(1, status("COVISHIELD", 0, "COVISHIELD", 23));
    assertEquals(2, status("SPUTNIK V", 0, "SPUTNIK V", 17));
    assertEquals(1, status("SPUTNIK V", 0, "SPUTNIK V", 16));
  }

  @Test
  void status_oneDoseOfAOneDoseVaccine_isTwo() {
    assertEquals(2, status("JANSSEN", 0));
    assertEquals(1, status("COVAXIN", 0));
  }

  @Test
  void status_vaccinesOfOneGroup_completeEachOther() {
    assertEquals(2, status("COVISHIELD", 0, "VAXZEVRIA", 30));
    assertEquals(1, status("COVISHIELD", 0, "COVAXIN", 30));
    assertEquals(2, status("COVISHIELD", 0, "COVAXIN", 15, "COVISHIELD", 30));
  }

  @Test
  void status_threeDoseVaccine_needsAllThree() {
    assertEquals(1, status("ZYCOV-D", 0, "ZYCOV-D", 28));
    assertEquals(2, status("ZYCOV-D", 0, "ZYCOV-D", 28, "ZYCOV-D", 56));
  }

  /** Vaccines, each with the day on which it was given. */
  private static int status(Object... given) {
    List<Dose> doses = new ArrayList<>();
    for (int i = 0; i < given.length; i += 2) {
      doses.add(Dose.given(i / 2 + 1, (String) given[i], DAY.plusDays((int) given[i + 1])));
    }
    return NaiveRule.status(doses).value();
  }
}
