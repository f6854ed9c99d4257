package org.kycvs.client;

/** What became of the wish to have the code sent again. */
public sealed interface Resending
    permits Resent, TooManySends, TooManyWrongCodes, SmsUnavailable, Locked, Ended {

  /**
   * The verification, where anything but {@link Resent} would be a surprise.
   *
   * @throws OutcomeException if nothing is sent
   */
  default Verification resentOrThrow() {
    if (this instanceof Resent resent) {
      return resent.verification();
    }
    throw new OutcomeException(this);
  }
}
