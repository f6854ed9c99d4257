package org.kycvs.registry.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.kycvs.registry.entity.VaccinationStatus.FULLY_VACCINATED;
import static org.kycvs.registry.entity.VaccinationStatus.NOT_VACCINATED;
import static org.kycvs.registry.entity.VaccinationStatus.PARTIALLY_VACCINATED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRuleTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate FIRST = LocalDate.of(2021, 5, 1);

  @Test
  void statusOf_noDose_isNotVaccinated() {
    assertStatus(NOT_VACCINATED);
  }

  @Test
  void statusOf_firstOfTwo_isPartial() {
    assertStatus(PARTIALLY_VACCINATED, dose("COVISHIELD", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "COVISHIELD, 0, 1", "COVISHIELD, 1, 1", "COVISHIELD, 23, 1", "COVISHIELD, 24, 2",
    "COVISHIELD, 28, 2", "COVISHIELD, 500, 2", "SPUTNIK V, 16, 1", "SPUTNIK V, 17, 2"
  })
  void statusOf_secondDose_countsFromTheIntervalLessFourDays(String product, int day, int status) {
    assertStatus(VaccinationStatus.ofValue(status), dose(product, 0), dose(product, day));
  }

  @Test
  void statusOf_tooEarlySecondThenThird_countsFromTheLastThatCounted() {
    assertStatus(
        PARTIALLY_VACCINATED, dose("COVAXIN", 0), dose("COVAXIN", 12), dose("COVAXIN", 23));
    assertStatus(FULLY_VACCINATED, dose("COVAXIN", 0), dose("COVAXIN", 12), dose("COVAXIN", 24));
  }

  @Test
  void statusOf_oneDoseCourse_isFull() {
    assertStatus(FULLY_VACCINATED, dose("JANSSEN", 0));
  }

  @Test
  void statusOf_zycovD_needsThree() {
    assertStatus(PARTIALLY_VACCINATED, dose("ZYCOV-D", 0), dose("ZYCOV-D", 28));
    assertStatus(FULLY_VACCINATED, dose("ZYCOV-D", 0), dose("ZYCOV-D", 28), dose("ZYCOV-D", 56));
  }

  @Test
  void statusOf_sameDayDoses_countOnceThoughTheIntervalIsNothing() {
    StatusRule rule = Rules.withProducts(List.of(new VaccineProduct("TWICE", 2, 3, "TWICE")));
    assertEquals(
        PARTIALLY_VACCINATED, rule.statusOf(List.of(dose("TWICE", 0), dose("TWICE", 0)), TODAY));
    assertEquals(
        FULLY_VACCINATED, rule.statusOf(List.of(dose("TWICE", 0), dose("TWICE", 1)), TODAY));
  }

  @Test
  void statusOf_covishieldThenVaxzevria_isOneCourse() {
    assertStatus(FULLY_VACCINATED, dose("COVISHIELD", 0), dose("VAXZEVRIA", 84));
  }

  @Test
  void statusOf_covishieldThenCovaxin_areTwoCoursesBegun() {
    assertStatus(PARTIALLY_VACCINATED, dose("COVISHIELD", 0), dose("COVAXIN", 84));
  }

  @Test
  void statusOf_booster_changesNothing() {
    assertStatus(
        FULLY_VACCINATED, dose("COVAXIN", 0), dose("COVAXIN", 28), dose("COVISHIELD", 300));
    assertStatus(FULLY_VACCINATED, dose("COVAXIN", 0), dose("COVAXIN", 28), dose("COVAXIN", 300));
  }

  @Test
  void statusOf_unknownProduct_countsForNothing() {
    assertStatus(NOT_VACCINATED, dose("MYSTERY", 0), dose("MYSTERY", 28));
  }

  @Test
  void statusOf_programmeStart_isTheFirstDayThatCounts() {
    LocalDate start = Rules.PROGRAMME_START;
    assertStatus(NOT_VACCINATED, Dose.given(1, "COVAXIN", start.minusDays(1)));
    assertStatus(PARTIALLY_VACCINATED, Dose.given(1, "COVAXIN", start));
  }

  @Test
  void statusOf_today_isTheLastDayThatCounts() {
    assertStatus(PARTIALLY_VACCINATED, Dose.given(1, "COVAXIN", TODAY));
    assertStatus(NOT_VACCINATED, Dose.given(1, "COVAXIN", TODAY.plusDays(1)));
  }

  @Test
  void statusOf_revokedDose_countsForNothing() {
    Dose second = new Dose(2, "COVAXIN", FIRST.plusDays(28), Instant.EPOCH);
    assertStatus(PARTIALLY_VACCINATED, dose("COVAXIN", 0), second);
  }

  @Test
  void statusOf_revokedFirstDose_leavesTheSecondToBeTheFirst() {
    Dose first = new Dose(1, "COVAXIN", FIRST, Instant.EPOCH);
    assertStatus(FULLY_VACCINATED, first, dose("COVAXIN", 12), dose("COVAXIN", 36));
  }

  @Test
  void statusOf_groupOfUnequalCourses_asksForTheShortestThatWasGiven() {
    StatusRule rule =
        Rules.withProducts(
            List.of(
                new VaccineProduct("LONG", 2, 21, "GROUP"),
                new VaccineProduct("SHORT", 1, 0, "GROUP")));
    assertEquals(PARTIALLY_VACCINATED, rule.statusOf(List.of(dose("LONG", 0)), TODAY));
    assertEquals(FULLY_VACCINATED, rule.statusOf(List.of(dose("SHORT", 0)), TODAY));
    assertEquals(
        FULLY_VACCINATED, rule.statusOf(List.of(dose("LONG", 0), dose("SHORT", 0)), TODAY));
  }

  private static Dose dose(String product, int day) {
    return Dose.given(1, product, FIRST.plusDays(day));
  }

  private static void assertStatus(VaccinationStatus expected, Dose... doses) {
    assertEquals(expected, Rules.in2026().statusOf(List.of(doses), TODAY));
  }
}
