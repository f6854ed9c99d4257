package org.kycvs.bench.uniformity;

import java.util.List;

/**
 * What was found.
 *
 * @param plan what was to be measured
 * @param installation what it was measured on
 * @param answers how many answers were compared
 * @param guessed how many of the wrong codes were right by chance, and left out
 * @param differences each difference of bytes, in words; empty if there is none
 * @param times how times compare
 */
public record UniformityMeasure(
    UniformityPlan plan,
    String installation,
    long answers,
    int guessed,
    List<String> differences,
    List<TimeComparison> times) {

  /** Keeps copies. */
  public UniformityMeasure {
    differences = List.copyOf(differences);
    times = List.copyOf(times);
  }

  /** Whether all answers to each call were the same, byte by byte, but for what was masked. */
  public boolean isUniform() {
    return differences.isEmpty();
  }
}
