package org.kycvs.bench.people;

import static java.util.Comparator.comparing;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.VaccinationStatus;

/**
 * The status rule {@code in-2026-1} once more, to check the registry's answers by: it shares no
 * code with the registry, has the rule's numbers from the mission and not from the database, and
 * tries out every choice of doses instead of reasoning which is best. For invented people only: all
 * doses stand and were given within the programme.
 */
final class NaiveRule {
  private static final int GRACE_DAYS = 4;

  private static final Map<String, Vaccine> VACCINES =
      Map.ofEntries(
          Map.entry("COVISHIELD", new Vaccine(2, 28, "ChAdOx1")),
          Map.entry("VAXZEVRIA", new Vaccine(2, 28, "ChAdOx1")),
          Map.entry("COVAXIN", new Vaccine(2, 28, "Covaxin")),
          Map.entry("SPUTNIK V", new Vaccine(2, 21, "Sputnik V")),
          Map.entry("SPUTNIK LIGHT", new Vaccine(1, 0, "Sputnik Light")),
          Map.entry("JANSSEN", new Vaccine(1, 0, "Janssen")),
          Map.entry("SPIKEVAX", new Vaccine(2, 28, "Spikevax")),
          Map.entry("ZYCOV-D", new Vaccine(3, 28, "ZyCoV-D")),
          Map.entry("CORBEVAX", new Vaccine(2, 28, "Corbevax")),
          Map.entry("COVOVAX", new Vaccine(2, 21, "Covovax")),
          Map.entry("COMIRNATY", new Vaccine(2, 21, "Comirnaty")));

  private NaiveRule() {}

  /** 0 without a dose, 2 if some choice of doses is a primary course, else 1. */
  static VaccinationStatus status(List<Dose> doses) {
    if (doses.isEmpty()) {
      return VaccinationStatus.NOT_VACCINATED;
    }
    List<Dose> inOrder = doses.stream().sorted(comparing(Dose::givenOn)).toList();
    for (int choice = 1; choice < 1 << inOrder.size(); choice++) {
      if (isCourse(chosen(inOrder, choice))) {
        return VaccinationStatus.FULLY_VACCINATED;
      }
    }
    return VaccinationStatus.PARTIALLY_VACCINATED;
  }

  private static List<Dose> chosen(List<Dose> doses, int choice) {
    return doses.stream().filter(dose -> (choice >> doses.indexOf(dose) & 1) == 1).toList();
  }

  private static boolean isCourse(List<Dose> doses) {
    Vaccine first = vaccine(doses.get(0));
    for (int i = 1; i < doses.size(); i++) {
      Vaccine next = vaccine(doses.get(i));
      long days = ChronoUnit.DAYS.between(doses.get(i - 1).givenOn(), doses.get(i).givenOn());
      if (!next.group().equals(first.group()) || days < Math.max(1, next.days() - GRACE_DAYS)) {
        return false;
      }
    }
    return doses.size() >= first.doses();
  }

  private static Vaccine vaccine(Dose dose) {
    Vaccine vaccine = VACCINES.get(dose.product());
    if (vaccine == null) {
      throw new IllegalArgumentException("No such vaccine: " + dose.product());
    }
    return vaccine;
  }

  /**
   * What the rule knows of a vaccine; vaccines of one group have courses of the same length.
   *
   * @param doses of a primary course
   * @param days at least, after the dose before
   * @param group vaccines that complete each other's courses
   */
  private record Vaccine(int doses, int days, String group) {}
}
