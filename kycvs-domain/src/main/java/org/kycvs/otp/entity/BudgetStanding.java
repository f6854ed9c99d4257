package org.kycvs.otp.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a limit of n stands. All that is to be known is when the n-th newest event was: while that
 * lies in the window, the window is full.
 *
 * @param limit the limit
 * @param nthNewest the time of the n-th newest event, or empty if there were fewer
 */
public record BudgetStanding(BudgetLimit limit, Optional<Instant> nthNewest) {

  /** How long it is from then until one more is allowed; zero if it is allowed then. */
  public Duration waitAt(Instant now) {
    return nthNewest
        .map(nth -> Duration.between(now, nth.plus(limit.window())))
        .filter(wait -> !wait.isNegative())
        .orElse(Duration.ZERO);
  }

  /** Whether no more is allowed at that instant. */
  public boolean isReachedAt(Instant now) {
    return !waitAt(now).isZero();
  }
}
