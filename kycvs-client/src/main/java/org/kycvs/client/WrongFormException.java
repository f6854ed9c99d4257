package org.kycvs.client;

import java.io.Serial;

/** A document lacks what it must have; the message names the member, and never holds its value. */
final class WrongFormException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String why;

  WrongFormException(String why) {
    super(why);
    this.why = why;
  }

  /** Ends a sentence about the document. */
  String why() {
    return why;
  }
}
