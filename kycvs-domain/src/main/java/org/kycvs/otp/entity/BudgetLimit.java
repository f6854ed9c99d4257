package org.kycvs.otp.entity;

import java.time.Duration;

/**
 * At most so many in any window of this length. Windows slide, and are half-open: what happened at
 * an instant counts from then on, and no longer when the window's length has passed.
 *
 * @param kind what is counted
 * @param scope whose are counted
 * @param most how many a window may hold, at least 1
 * @param window how long a window is
 */
public record BudgetLimit(Kind kind, Scope scope, int most, Duration window) {
  /** No limit looks back further. */
  public static final Duration LONGEST_WINDOW = Duration.ofHours(24);

  /** What is counted. */
  public enum Kind {
    /** Messages with a code. */
    SENDS,
    /** Codes that were compared and were wrong. */
    WRONG_CODES
  }

  /** Whose are counted. */
  public enum Scope {
    /** One organisation's, for one mobile. */
    ORGANISATION,
    /** All organisations', for one mobile. */
    MOBILE
  }

  /** Refuses what no budget can be. */
  public BudgetLimit {
    if (most < 1 || window.compareTo(LONGEST_WINDOW) > 0) {
      throw new IllegalArgumentException(most + " in " + window);
    }
  }
}
