package org.kycvs.registry.entity;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a status of doses: a pure function of the doses and the day.
 *
 * <p>A dose is <em>valid</em> if the rule knows its product, its day lies between the programme's
 * start and today, both included, and it is not revoked. Valid doses are grouped by their products'
 * interchange group. Within a group, in order of days, a dose <em>counts</em> if it is the first,
 * or if it was given at least its product's minimum interval less the grace, and at least one day,
 * after the last that counted. A group with as many counted doses as the primary course has makes
 * the person fully vaccinated; else any counted dose makes partially vaccinated; else the person is
 * not vaccinated. The numbers that centers gave to doses do not matter, nor do boosters.
 *
 * <p>If the products of a group have courses of different length, the shortest among the products
 * that the person was validly given is asked for: who had the vaccine with the shorter course does
 * not lose by a dose of the other. So one more dose never lowers a status, and the order in which
 * doses are listed never matters.
 *
 * <p>Source: the mission's "Status rule in-2026-1", whose numbers are data of this class.
 */
public final class StatusRule {
  private final String name;
  private final LocalDate effectiveFrom;
  private final LocalDate programmeStart;
  private final int graceDays;
  private final Map<String, VaccineProduct> products;

  /**
   * A rule.
   *
   * @param name its name in statements, such as {@code in-2026-1}
   * @param effectiveFrom the first day on which it answers
   * @param programmeStart the first day on which a dose can have been given
   * @param graceDays how many days short of a minimum interval still count
   * @param products the products it knows, each code once
   */
  public StatusRule(
      String name,
      LocalDate effectiveFrom,
      LocalDate programmeStart,
      int graceDays,
      Collection<VaccineProduct> products) {
    this.name = name;
    this.effectiveFrom = effectiveFrom;
    this.programmeStart = programmeStart;
    this.graceDays = graceDays;
    this.products =
        products.stream()
            .collect(Collectors.toUnmodifiableMap(VaccineProduct::code, Function.identity()));
  }

  /** Its name in statements. */
  public String name() {
    return name;
  }

  /** The first day on which it answers. */
  public LocalDate effectiveFrom() {
    return effectiveFrom;
  }

  /** The first day on which a dose can have been given. */
  public LocalDate programmeStart() {
    return programmeStart;
  }

  /** The status that the doses, in whatever order, make on this day. */
  public VaccinationStatus statusOf(Collection<Dose> doses, LocalDate today) {
    Map<String, List<Given>> groups =
        doses.stream()
            .filter(dose -> !dose.isRevoked() && isWithinProgramme(dose.givenOn(), today))
            .flatMap(dose -> given(dose).stream())
            .collect(groupingBy(given -> given.product().interchangeGroup()));
    if (groups.isEmpty()) {
      return VaccinationStatus.NOT_VACCINATED;
    }
    return groups.values().stream().anyMatch(this::isComplete)
        ? VaccinationStatus.FULLY_VACCINATED
        : VaccinationStatus.PARTIALLY_VACCINATED;
  }

  private boolean isWithinProgramme(LocalDate day, LocalDate today) {
    return !day.isBefore(programmeStart) && !day.isAfter(today);
  }

  private List<Given> given(Dose dose) {
    VaccineProduct product = products.get(dose.product());
    return product == null ? List.of() : List.of(new Given(product, dose.givenOn()));
  }

  private boolean isComplete(List<Given> group) {
    int shortestCourse =
        group.stream().mapToInt(given -> given.product().primaryDoses()).min().orElseThrow();
    return counted(group) >= shortestCourse;
  }

  /** How many doses of a group count. Taking each as early as possible counts as many as can be. */
  private int counted(List<Given> group) {
    int counted = 0;
    @Nullable LocalDate last = null;
    for (Given given : group.stream().sorted(comparing(Given::day)).toList()) {
      if (last == null || !given.day().isBefore(last.plusDays(interval(given.product())))) {
        counted++;
        last = given.day();
      }
    }
    return counted;
  }

  private long interval(VaccineProduct product) {
    return Math.max(1, product.minimumIntervalDays() - graceDays);
  }

  /** A valid dose. */
  private record Given(VaccineProduct product, LocalDate day) {}
}
