package org.kycvs.client.statement;

/**
 * A statement that was checked and may be relied on, as far as was asked. Only {@link
 * StatementChecker} makes one, so whoever holds one need not check again.
 */
public final class Checked implements CheckResult {
  private final StatementContent content;
  private final boolean audienceChecked;
  private final Recall recall;

  Checked(StatementContent content, boolean audienceChecked, Recall recall) {
    this.content = content;
    this.audienceChecked = audienceChecked;
    this.recall = recall;
  }

  /** What the statement says. */
  public StatementContent content() {
    return content;
  }

  /**
   * Whether it was made sure for whom the statement was made; if not, it may be somebody else's.
   */
  public boolean audienceChecked() {
    return audienceChecked;
  }

  /** {@link Recall#CLEAR}, or {@link Recall#UNKNOWN} if nobody could tell. */
  public Recall recall() {
    return recall;
  }
}
