package org.kycvs.otp.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A budget is used up. It is the same for everybody with this mobile, registered or not.
 *
 * @param kind which; wrong codes, if both are used up
 * @param scope whose budget it is that opens last; for the audit log, not for the caller
 * @param retryAfter how long to wait before it is worth another try: whole seconds. If that is for
 *     the budget over all organisations, whole hours, so that one learns little of the others
 */
public record BudgetRefusal(BudgetLimit.Kind kind, BudgetLimit.Scope scope, Duration retryAfter) {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /** The refusal that follows from how limits stand at an instant, if one of them is reached. */
  public static Optional<BudgetRefusal> of(List<BudgetStanding> standings, Instant now) {
    List<BudgetStanding> reached =
        standings.stream().filter(standing -> standing.isReachedAt(now)).toList();
    boolean ofWrongCodes =
        reached.stream()
            .anyMatch(standing -> standing.limit().kind() == BudgetLimit.Kind.WRONG_CODES);
    return reached.stream()
        .max(Comparator.comparing(standing -> told(standing, now)))
        .map(
            last ->
                new BudgetRefusal(
                    ofWrongCodes ? BudgetLimit.Kind.WRONG_CODES : BudgetLimit.Kind.SENDS,
                    last.limit().scope(),
                    told(last, now)));
  }

  private static Duration told(BudgetStanding standing, Instant now) {
    return roundedUp(
        standing.waitAt(now), standing.limit().scope() == BudgetLimit.Scope.MOBILE ? HOUR : SECOND);
  }

  private static Duration roundedUp(Duration time, Duration unit) {
    long whole = time.dividedBy(unit);
    return unit.multipliedBy(time.compareTo(unit.multipliedBy(whole)) > 0 ? whole + 1 : whole);
  }
}
