package org.kycvs.bench.registry;

import java.util.List;

/**
 * What is to be measured.
 *
 * @param sizes how many people, one measurement each
 * @param lookUps how many look-ups are timed at each size, after as many that warm up
 * @param seed the same seed makes the same people and questions
 * @param repeat how often each size is imported; medians are told
 */
public record BenchPlan(List<Long> sizes, int lookUps, long seed, int repeat) {

  /** Keeps a copy of the sizes. */
  public BenchPlan {
    sizes = List.copyOf(sizes);
  }
}
