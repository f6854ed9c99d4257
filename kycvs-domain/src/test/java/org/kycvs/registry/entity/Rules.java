package org.kycvs.registry.entity;

import java.time.LocalDate;
import java.util.List;

/** The rule in-2026-1 with the products that the tests need, as the migration has them. */
final class Rules {
  static final int GRACE_DAYS = 4;
  static final LocalDate PROGRAMME_START = LocalDate.of(2020, 12, 1);

  static final List<VaccineProduct> PRODUCTS =
      List.of(
          new VaccineProduct("COVISHIELD", 2, 28, "CHADOX1"),
          new VaccineProduct("VAXZEVRIA", 2, 28, "CHADOX1"),
          new VaccineProduct("COVAXIN", 2, 28, "BBV152"),
          new VaccineProduct("SPUTNIK V", 2, 21, "GAM-COVID-VAC"),
          new VaccineProduct("JANSSEN", 1, 0, "AD26"),
          new VaccineProduct("ZYCOV-D", 3, 28, "ZYCOV-D"));

  private Rules() {}

  static StatusRule in2026() {
    return withProducts(PRODUCTS);
  }

  static StatusRule withProducts(List<VaccineProduct> products) {
    return new StatusRule(
        "in-2026-1", LocalDate.of(2026, 1, 1), PROGRAMME_START, GRACE_DAYS, products);
  }
}
