package org.kycvs.bench.registry;

import java.util.List;

/** Measurements that nobody measured. */
final class Measures {
  private Measures() {}

  static RegistryMeasure right() {
    return of(size(100_000, 0), size(1_000_000, 0));
  }

  static RegistryMeasure wrong() {
    return of(size(100_000, 1));
  }

  private static RegistryMeasure of(SizeMeasure... sizes) {
    List<Long> people = List.of(sizes).stream().map(SizeMeasure::people).toList();
    return new RegistryMeasure(
        "PostgreSQL 18",
        "OpenJDK 17",
        2,
        128L << 20,
        new BenchPlan(people, 20_000, 1, 1),
        List.of(sizes));
  }

  private static SizeMeasure size(long people, long wrong) {
    List<String> firstWrong = wrong == 0 ? List.of() : List.of("expected no match, got ambiguous");
    return new SizeMeasure(
        people,
        2 * people,
        people * 3 / 2,
        new ImportMeasure(3.0, 1.0, 32L << 20),
        2.0,
        new LookUpMeasure(5_000, 190.5, 300, 450, 12_000, 40_000, wrong, firstWrong),
        new TableSize(people * 300, people * 100));
  }
}
