package org.kycvs.bench.registry;

import java.util.List;

/**
 * How look-ups went, on one thread and one connection.
 *
 * @param perSecond look-ups a second
 * @param p50Micros the median time, in microseconds
 * @param p95Micros as quick were 95 of 100
 * @param p99Micros as quick were 99 of 100
 * @param maxMicros the slowest
 * @param asked questions asked, those that warmed up included
 * @param wrong how many were answered otherwise than expected
 * @param firstWrong some of them: invented people only
 */
public record LookUpMeasure(
    double perSecond,
    double p50Micros,
    double p95Micros,
    double p99Micros,
    double maxMicros,
    long asked,
    long wrong,
    List<String> firstWrong) {

  /** Keeps a copy of the list. */
  public LookUpMeasure {
    firstWrong = List.copyOf(firstWrong);
  }
}
