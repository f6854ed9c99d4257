package org.kycvs.client.statement;

import java.time.Instant;

/** Where it is looked up whether an authentic statement was recalled. */
@FunctionalInterface
public interface Recalls {

  /**
   * What is known about a statement at a moment.
   *
   * @param statement whose signature is right
   * @param now the time to tell it for
   */
  Recall of(StatementContent statement, Instant now);

  /** Looks nowhere: of every statement it is unknown whether it was recalled. */
  static Recalls notLookedUp() {
    return (statement, now) -> Recall.UNKNOWN;
  }
}
