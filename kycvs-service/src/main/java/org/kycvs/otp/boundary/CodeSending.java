package org.kycvs.otp.boundary;

import java.time.Instant;
import org.kycvs.otp.entity.BudgetRefusal;
import org.kycvs.otp.entity.OtpChallenge;

/** What became of the wish to have the code sent again. */
public sealed interface CodeSending {

  /**
   * A message is on its way.
   *
   * @param code how the code stands
   */
  record Accepted(OtpChallenge code) implements CodeSending {}

  /**
   * It was sent just now.
   *
   * @param notBefore when it may be asked for again
   */
  record TooSoon(Instant notBefore) implements CodeSending {}

  /** It was sent as often as allowed. */
  record NoneLeft() implements CodeSending {}

  /**
   * A budget over all verifications is used up.
   *
   * @param by which, and when to try again
   */
  record OverBudget(BudgetRefusal by) implements CodeSending {}

  /** No code is waited for any more. */
  record Closed() implements CodeSending {}
}
