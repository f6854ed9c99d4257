package org.kycvs.registry.entity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The status rule a second time, as slow and plain as can be: it goes through the days one by one
 * and keeps a tally for each interchange group.
 */
final class DayByDay {

  private DayByDay() {}

  static VaccinationStatus status(
      LocalDate start,
      LocalDate today,
      int graceDays,
      Collection<VaccineProduct> products,
      List<Dose> doses) {
    Map<String, Integer> tally = new HashMap<>();
    Map<String, LocalDate> last = new HashMap<>();
    Map<String, Integer> course = new HashMap<>();
    for (LocalDate day : days(doses).subSet(start, true, today, true)) {
      for (VaccineProduct product : products) {
        if (!wasGiven(product, day, doses)) {
          continue;
        }
        String group = product.interchangeGroup();
        course.merge(group, product.primaryDoses(), Math::min);
        LocalDate before = last.get(group);
        int wait = Math.max(1, product.minimumIntervalDays() - graceDays);
        if (before == null || before.until(day, ChronoUnit.DAYS) >= wait) {
          tally.merge(group, 1, Integer::sum);
          last.put(group, day);
        }
      }
    }
    int best = 0;
    for (Map.Entry<String, Integer> group : tally.entrySet()) {
      best = Math.max(best, group.getValue() >= course.getOrDefault(group.getKey(), 0) ? 2 : 1);
    }
    return VaccinationStatus.ofValue(best);
  }

  private static TreeSet<LocalDate> days(List<Dose> doses) {
    TreeSet<LocalDate> days = new TreeSet<>();
    for (Dose dose : doses) {
      days.add(dose.givenOn());
    }
    return days;
  }

  private static boolean wasGiven(VaccineProduct product, LocalDate day, List<Dose> doses) {
    for (Dose dose : doses) {
      if (dose.product().equals(product.code())
          && dose.givenOn().equals(day)
          && dose.revokedAt() == null) {
        return true;
      }
    }
    return false;
  }
}
