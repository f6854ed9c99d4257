package org.kycvs.verification.boundary;

import java.time.Duration;
import org.kycvs.otp.entity.BudgetRefusal;

/**
 * What became of the wish to have a code sent, by asking or again. The refusals are entries of the
 * audit log, so none of them is an exception.
 */
public sealed interface Sending {

  /**
   * A message is on its way.
   *
   * @param view the verification
   */
  record Accepted(VerificationView view) implements Sending {}

  /**
   * The verification's last message was sent just now.
   *
   * @param retryAfter until the next may be asked for, in whole seconds
   */
  record TooSoon(Duration retryAfter) implements Sending {}

  /** The verification has sent as many messages as it may. */
  record NoneLeft() implements Sending {}

  /**
   * Over all verifications, as many messages were sent or wrong codes came as there may be.
   *
   * @param by which, and when to try again
   */
  record OverBudget(BudgetRefusal by) implements Sending {}
}
