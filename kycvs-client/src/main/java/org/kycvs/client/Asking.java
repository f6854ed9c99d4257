package org.kycvs.client;

/**
 * What became of a question: {@link Asked}, or one of the reasons why the person gets no message.
 *
 * <pre>{@code
 * Asking asking = client.ask(question);
 * if (asking instanceof Asked asked) {
 *   waitForCode(asked.verification().id());
 * } else if (asking instanceof TooManySends later) {
 *   tellGuest("Please come back", later.retryAfter());
 * }
 * }</pre>
 */
public sealed interface Asking permits Asked, TooManySends, TooManyWrongCodes, SmsUnavailable {

  /**
   * The verification that now waits for its code, where anything else would be a surprise.
   *
   * @throws OutcomeException if nothing was asked
   */
  default Verification askedOrThrow() {
    if (this instanceof Asked asked) {
      return asked.verification();
    }
    throw new OutcomeException(this);
  }
}
