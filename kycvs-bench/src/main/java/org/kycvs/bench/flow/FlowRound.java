package org.kycvs.bench.flow;

import java.util.List;

/**
 * What the service did in one measurement. What cannot be found out on this machine is not a
 * number.
 *
 * @param perSecond completed verifications a second
 * @param ask times of asking
 * @param confirm times of confirming
 * @param serverCpuMillis processor time of the server for each verification
 * @param databaseCpuMillis processor time of PostgreSQL for each verification
 * @param residentBytes memory of the server's process afterwards
 * @param heapBytes heap in use afterwards, garbage included
 * @param databaseBytes by which the database grew for each verification, warm-up included
 * @param messagesSent which share of the messages left before the confirmation, from 0 to 1
 */
public record FlowRound(
    double perSecond,
    CallTimes ask,
    CallTimes confirm,
    double serverCpuMillis,
    double databaseCpuMillis,
    double residentBytes,
    double heapBytes,
    double databaseBytes,
    double messagesSent) {

  /** Of each number the median. */
  static FlowRound median(List<FlowRound> rounds) {
    return new FlowRound(
        Middle.of(rounds, FlowRound::perSecond),
        CallTimes.median(rounds.stream().map(FlowRound::ask).toList()),
        CallTimes.median(rounds.stream().map(FlowRound::confirm).toList()),
        Middle.of(rounds, FlowRound::serverCpuMillis),
        Middle.of(rounds, FlowRound::databaseCpuMillis),
        Middle.of(rounds, FlowRound::residentBytes),
        Middle.of(rounds, FlowRound::heapBytes),
        Middle.of(rounds, FlowRound::databaseBytes),
        Middle.of(rounds, FlowRound::messagesSent));
  }
}
