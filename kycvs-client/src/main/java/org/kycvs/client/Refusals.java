package org.kycvs.client;

import java.util.Optional;

/**
 * Which problems are results that a caller tells apart; all others are a {@link ProblemException}.
 */
final class Refusals {
  private Refusals() {}

  static Optional<Asking> ofAsking(Problem problem) {
    return switch (problem.code()) {
      case "too-many-sends" -> Optional.of(new TooManySends(problem.retryAfter()));
      case "too-many-wrong-codes" -> Optional.of(new TooManyWrongCodes(problem.retryAfter()));
      case "sms-unavailable" -> Optional.of(new SmsUnavailable(problem.retryAfter()));
      default -> Optional.empty();
    };
  }

  static Optional<Resending> ofResending(Problem problem) {
    return switch (problem.code()) {
      case "too-many-sends" -> Optional.of(new TooManySends(problem.retryAfter()));
      case "too-many-wrong-codes" -> Optional.of(new TooManyWrongCodes(problem.retryAfter()));
      case "sms-unavailable" -> Optional.of(new SmsUnavailable(problem.retryAfter()));
      case "code-locked" -> Optional.of(new Locked());
      default -> ended(problem).map(Resending.class::cast);
    };
  }

  static Optional<Confirmation> ofConfirmation(Problem problem) {
    return switch (problem.code()) {
      case "code-wrong" -> Optional.of(new CodeWrong(problem.number("triesLeft")));
      case "code-expired" -> Optional.of(new CodeExpired());
      case "no-match" -> Optional.of(new NoMatch(problem.number("retriesLeft")));
      case "code-locked" -> Optional.of(new Locked());
      case "too-many-wrong-codes" -> Optional.of(new TooManyWrongCodes(problem.retryAfter()));
      default -> ended(problem).map(Confirmation.class::cast);
    };
  }

  static Optional<Ended> ended(Problem problem) {
    return switch (problem.code()) {
      case "already-completed" -> Optional.of(new Ended(Ended.Why.ALREADY_COMPLETED));
      case "verification-expired" -> Optional.of(new Ended(Ended.Why.EXPIRED));
      case "consent-withdrawn" -> Optional.of(new Ended(Ended.Why.CONSENT_WITHDRAWN));
      case "not-waiting" -> Optional.of(new Ended(Ended.Why.NOT_WAITING));
      default -> Optional.empty();
    };
  }
}
