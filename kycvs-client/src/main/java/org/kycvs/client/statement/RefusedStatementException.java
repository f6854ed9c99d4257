package org.kycvs.client.statement;

import java.io.Serial;

/** A statement that is not to be relied on was to be. */
public final class RefusedStatementException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Refused refused;

  RefusedStatementException(Refused refused) {
    super("The statement is refused: " + refused.reasons().stream().map(Reason::wire).toList());
    this.refused = refused;
  }

  /** Why. */
  public Refused refused() {
    return refused;
  }
}
