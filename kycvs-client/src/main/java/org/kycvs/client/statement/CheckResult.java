package org.kycvs.client.statement;

/** What a check found: a statement to rely on, or reasons not to. */
public sealed interface CheckResult permits Checked, Refused {

  /**
   * The statement to rely on.
   *
   * @throws RefusedStatementException if it is refused
   */
  default Checked orThrow() {
    if (this instanceof Checked checked) {
      return checked;
    }
    throw new RefusedStatementException((Refused) this);
  }
}
