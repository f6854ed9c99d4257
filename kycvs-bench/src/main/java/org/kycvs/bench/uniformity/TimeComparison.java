package org.kycvs.bench.uniformity;

import org.kycvs.bench.statistics.CliffsDelta;

/**
 * How the times of one call for people of one kind compare with those for registered people.
 *
 * @param call the call
 * @param person the kind of people
 * @param medianMillis their median
 * @param registeredMillis that of registered people
 * @param delta above 0 if theirs take longer
 * @param guessesRight how likely somebody guesses right, from one answer, which of the two kinds
 *     the person is; 0.5 is chance
 */
public record TimeComparison(
    CallKind call,
    PersonKind person,
    double medianMillis,
    double registeredMillis,
    CliffsDelta delta,
    double guessesRight) {}
