package org.kycvs.verification.boundary;

import org.kycvs.otp.entity.BudgetRefusal;

/**
 * What became of a code that an organisation brought. Some of these are refusals whose effects must
 * be kept, so none is an exception.
 */
public sealed interface Confirmation {

  /**
   * The question is answered.
   *
   * @param view the completed verification with its statement
   */
  record Completed(VerificationView view) implements Confirmation {}

  /**
   * The code was right, but nobody, or not just one person, fits.
   *
   * @param retriesLeft how often another year of birth may be tried with the same code; at 0 it
   *     ended for good
   */
  record NoMatch(int retriesLeft) implements Confirmation {}

  /**
   * The code was wrong.
   *
   * @param triesLeft how many more are taken; at 0 the verification is locked
   */
  record CodeWrong(int triesLeft) implements Confirmation {}

  /**
   * Over all verifications, so many wrong codes came that none is compared at present.
   *
   * @param by whose limit is reached, and when to try again
   */
  record OverBudget(BudgetRefusal by) implements Confirmation {}

  /** The code's time was over; another can be sent. */
  record CodeExpired() implements Confirmation {}

  /** It was answered before. */
  record AlreadyCompleted() implements Confirmation {}

  /** The verification's time was over. */
  record Expired() implements Confirmation {}

  /** Too many wrong codes came before. */
  record Locked() implements Confirmation {}

  /** It was cancelled or declined. */
  record NotWaiting() implements Confirmation {}
}
