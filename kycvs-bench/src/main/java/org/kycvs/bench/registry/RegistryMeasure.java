package org.kycvs.bench.registry;

import java.util.List;

/**
 * What the benchmark of the registry measured, and where.
 *
 * @param database which PostgreSQL
 * @param java which Java
 * @param processors how many it may use
 * @param heapLimit the most heap that this process may use, in bytes
 * @param plan what was to be measured
 * @param sizes what was measured, in the plan's order
 */
public record RegistryMeasure(
    String database,
    String java,
    int processors,
    long heapLimit,
    BenchPlan plan,
    List<SizeMeasure> sizes) {

  /** Keeps a copy of the sizes. */
  public RegistryMeasure {
    sizes = List.copyOf(sizes);
  }

  /** Whether every look-up was answered as expected. */
  public boolean isRight() {
    return sizes.stream().allMatch(size -> size.lookUps().wrong() == 0);
  }
}
