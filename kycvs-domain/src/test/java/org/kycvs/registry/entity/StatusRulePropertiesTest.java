package org.kycvs.registry.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What holds for every history of doses, tried on random ones, always the same. */
class StatusRulePropertiesTest {
  private static final int HISTORIES = 100_000;
  private static final LocalDate TODAY = LocalDate.of(2021, 12, 1);
  private static final List<String> NAMES =
      List.of(
          "COVISHIELD", "VAXZEVRIA", "COVAXIN", "SPUTNIK V", "JANSSEN", "ZYCOV-D", "LIGHT", "?");

  /** With a group whose products have unequal courses and intervals. */
  private final List<VaccineProduct> products = withUnequalGroup();

  private final StatusRule rule = Rules.withProducts(products);

  private final SplittableRandom random = new SplittableRandom(20261121);

  @Test
  void statusOf_anyHistory_isWhatTheCalendarSays() {
    forEachHistory(
        (doses, status) ->
            assertEquals(
                DayByDay.status(rule.programmeStart(), TODAY, Rules.GRACE_DAYS, products, doses),
                status,
                doses::toString));
  }

  @Test
  void statusOf_boostersAfterACourse_changeNothing() {
    forEachHistory(
        (doses, status) -> {
          if (status == VaccinationStatus.FULLY_VACCINATED) {
            List<Dose> boosted = new ArrayList<>(doses);
            boosted.add(Dose.given(9, NAMES.get(random.nextInt(NAMES.size())), TODAY));
            assertEquals(status, rule.statusOf(boosted, TODAY));
          }
        });
  }

  @Test
  void statusOf_anyOrderOfDoses_isTheSame() {
    forEachHistory(
        (doses, status) -> {
          List<Dose> shuffled = new ArrayList<>(doses);
          Collections.shuffle(shuffled, new java.util.Random(random.nextLong()));
          assertEquals(status, rule.statusOf(shuffled, TODAY));
        });
  }

  @Test
  void statusOf_oneMoreDose_isNeverLower() {
    forEachHistory(
        (doses, status) -> {
          List<Dose> more = new ArrayList<>(doses);
          more.add(dose());
          VaccinationStatus then = rule.statusOf(more, TODAY);
          assertTrue(then.compareTo(status) >= 0, () -> status + " became " + then + ": " + more);
        });
  }

  @Test
  void statusOf_dosesTwice_isTheSame() {
    forEachHistory(
        (doses, status) -> {
          List<Dose> twice = new ArrayList<>(doses);
          twice.addAll(doses);
          assertEquals(status, rule.statusOf(twice, TODAY));
        });
  }

  @Test
  void statusOf_dosesThatAreNotValid_areAsIfAbsent() {
    forEachHistory(
        (doses, status) ->
            assertEquals(
                status, rule.statusOf(doses.stream().filter(this::isValid).toList(), TODAY)));
  }

  private void forEachHistory(BiConsumer<List<Dose>, VaccinationStatus> property) {
    EnumSet<VaccinationStatus> seen = EnumSet.noneOf(VaccinationStatus.class);
    for (int history = 0; history < HISTORIES; history++) {
      List<Dose> doses = new ArrayList<>();
      for (int left = random.nextInt(6); left > 0; left--) {
        doses.add(dose());
      }
      VaccinationStatus status = rule.statusOf(doses, TODAY);
      seen.add(status);
      property.accept(doses, status);
    }
    assertEquals(EnumSet.allOf(VaccinationStatus.class), seen);
  }

  /** Mostly within a few months, so that intervals matter; some out of the programme. */
  private Dose dose() {
    String product = NAMES.get(random.nextInt(NAMES.size()));
    LocalDate day =
        random.nextInt(10) == 0
            ? Rules.PROGRAMME_START.plusDays(random.nextInt(-30, 400))
            : LocalDate.of(2021, 5, 1).plusDays(random.nextInt(100));
    return new Dose(1, product, day, random.nextInt(8) == 0 ? Instant.EPOCH : null);
  }

  private boolean isValid(Dose dose) {
    return !dose.isRevoked()
        && !dose.product().equals("?")
        && !dose.givenOn().isBefore(Rules.PROGRAMME_START)
        && !dose.givenOn().isAfter(TODAY);
  }

  private static List<VaccineProduct> withUnequalGroup() {
    List<VaccineProduct> products = new ArrayList<>(Rules.PRODUCTS);
    products.add(new VaccineProduct("LIGHT", 1, 60, "ZYCOV-D"));
    return products;
  }
}
