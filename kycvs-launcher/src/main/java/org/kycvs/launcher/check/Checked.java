package org.kycvs.launcher.check;

/**
 * A statement that was checked and may be relied on, as far as was asked. Only {@link
 * StatementCheck} makes one, so whoever holds one need not check again.
 */
public final class Checked implements CheckResult {
  private final StatementContent content;
  private final boolean audienceChecked;

  Checked(StatementContent content, boolean audienceChecked) {
    this.content = content;
    this.audienceChecked = audienceChecked;
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
}
