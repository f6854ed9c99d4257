package org.kycvs.client;

import java.io.Serial;

/** Something else came out than the one thing that the caller said it would be. */
public final class OutcomeException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Record outcome;

  OutcomeException(Object outcome) {
    super("Not what was hoped for, but " + outcome);
    this.outcome = (Record) outcome;
  }

  /** What came out: a {@link TooManySends}, {@link CodeWrong} or the like. */
  public Record outcome() {
    return outcome;
  }
}
