package org.kycvs.bench.flow;

import java.util.List;

/**
 * What PostgreSQL did with the same statements and nothing around them.
 *
 * @param perSecond verifications a second
 * @param millis mean time of all statements of a verification
 * @param databaseCpuMillis processor time of PostgreSQL for each verification; not a number if
 *     unknown
 */
public record PgBenchRound(double perSecond, double millis, double databaseCpuMillis) {

  /** Of each number the median. */
  static PgBenchRound median(List<PgBenchRound> rounds) {
    return new PgBenchRound(
        Middle.of(rounds, PgBenchRound::perSecond),
        Middle.of(rounds, PgBenchRound::millis),
        Middle.of(rounds, PgBenchRound::databaseCpuMillis));
  }
}
