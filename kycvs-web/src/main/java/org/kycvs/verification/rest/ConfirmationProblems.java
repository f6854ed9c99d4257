package org.kycvs.verification.rest;

import java.util.Map;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.boundary.Confirmation;

/** How a confirmation that did not complete is told to the caller. */
public final class ConfirmationProblems {
  private ConfirmationProblems() {}

  /** The problem; what the confirmation changed has been kept. */
  public static ProblemException of(Confirmation confirmation) {
    if (confirmation instanceof Confirmation.CodeWrong wrong) {
      return new ProblemException(
          ProblemCode.CODE_WRONG,
          wrong.triesLeft() == 0
              ? "That was the last try. Ask again with a new verification."
              : "The code is wrong. Ask the person to read it again.",
          Map.of("triesLeft", wrong.triesLeft()));
    }
    if (confirmation instanceof Confirmation.NoMatch none) {
      return new ProblemException(
          ProblemCode.NO_MATCH,
          none.retriesLeft() == 0
              ? "The registry has no such person on this mobile."
              : "The registry has no such person on this mobile. Give the same code again with the"
                  + " year of birth.",
          Map.of("retriesLeft", none.retriesLeft()));
    }
    if (confirmation instanceof Confirmation.OverBudget over) {
      return SendingProblems.of(over.by());
    }
    if (confirmation instanceof Confirmation.CodeExpired) {
      return problem(
          ProblemCode.CODE_EXPIRED,
          "The code's time is over. Have it sent again with POST …/code.");
    }
    if (confirmation instanceof Confirmation.AlreadyCompleted) {
      return problem(ProblemCode.ALREADY_COMPLETED, "It was answered before; read it with GET.");
    }
    if (confirmation instanceof Confirmation.Expired) {
      return problem(ProblemCode.VERIFICATION_EXPIRED, "Its time is over. Ask again.");
    }
    if (confirmation instanceof Confirmation.Locked) {
      return problem(
          ProblemCode.CODE_LOCKED, "Too many wrong codes. Ask again with a new verification.");
    }
    return problem(ProblemCode.NOT_WAITING, "This verification has ended; read it with GET.");
  }

  /** The refusal of an id that cannot be one. */
  static ProblemException noSuchVerification() {
    return problem(
        ProblemCode.VERIFICATION_NOT_FOUND,
        "Your organisation has no such verification in this mode.");
  }

  private static ProblemException problem(ProblemCode code, String detail) {
    return new ProblemException(code, detail);
  }
}
