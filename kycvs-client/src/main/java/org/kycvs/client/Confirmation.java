package org.kycvs.client;

/**
 * What became of a code that the person told you.
 *
 * <pre>{@code
 * Confirmation result = client.confirm(id, code);
 * if (result instanceof Completed completed) {
 *   admit(completed.answer().status());
 * } else if (result instanceof CodeWrong wrong) {
 *   askForTheCodeAgain(wrong.triesLeft());
 * } else if (result instanceof NoMatch none && none.retriesLeft() > 0) {
 *   askForTheYearOfBirth();
 * } else {
 *   askAnew(result);
 * }
 * }</pre>
 *
 * From Java 21 on, a {@code switch} over it is checked to name all of them.
 */
public sealed interface Confirmation
    permits Completed, CodeWrong, CodeExpired, NoMatch, Locked, TooManyWrongCodes, Ended {

  /**
   * The completed verification, where anything else would be a surprise.
   *
   * @throws OutcomeException if there is no answer
   */
  default Completed completedOrThrow() {
    if (this instanceof Completed completed) {
      return completed;
    }
    throw new OutcomeException(this);
  }
}
