package org.kycvs.verification.rest;

import java.time.Duration;
import java.util.Map;
import org.kycvs.otp.entity.BudgetLimit;
import org.kycvs.otp.entity.BudgetRefusal;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.boundary.Sending;

/** How it is told to the caller that no code is sent. */
public final class SendingProblems {
  private SendingProblems() {}

  /** The problem; that it was refused has been written down. */
  public static ProblemException of(Sending refusal) {
    if (refusal instanceof Sending.OverBudget over) {
      return of(over.by());
    }
    if (refusal instanceof Sending.TooSoon tooSoon) {
      return later(
          ProblemCode.TOO_MANY_SENDS,
          "The code was sent just now. Try again in "
              + tooSoon.retryAfter().toSeconds()
              + " seconds.",
          tooSoon.retryAfter());
    }
    return new ProblemException(
        ProblemCode.TOO_MANY_SENDS,
        "The code was sent as often as allowed. Ask again with a new verification.");
  }

  /** The same words whether the caller alone or all organisations together used the budget up. */
  static ProblemException of(BudgetRefusal by) {
    return by.kind() == BudgetLimit.Kind.SENDS
        ? later(
            ProblemCode.TOO_MANY_SENDS,
            "This mobile gets no more codes for now. Try again when Retry-After is over.",
            by.retryAfter())
        : later(
            ProblemCode.TOO_MANY_WRONG_CODES,
            "Too many wrong codes came for this mobile: none is sent or compared for now. Try"
                + " again when Retry-After is over.",
            by.retryAfter());
  }

  private static ProblemException later(ProblemCode code, String detail, Duration wait) {
    return new ProblemException(
        code, detail, Map.of("retryAfter", Math.toIntExact(wait.toSeconds())));
  }
}
