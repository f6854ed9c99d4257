package org.kycvs.verification.boundary;

import java.util.List;
import java.util.Optional;
import org.kycvs.client.statement.Reason;
import org.kycvs.client.statement.Recall;
import org.kycvs.client.statement.StatementContent;

/**
 * What is to be said about a text that somebody took for a statement.
 *
 * @param authentic whether we signed it, as it stands
 * @param recall whether it was recalled; unknown unless it is authentic
 * @param content what it claims; only of an authentic one
 * @param reasons why it is not to be relied on; empty if nothing speaks against it
 */
public record StatementVerdict(
    boolean authentic, Recall recall, Optional<StatementContent> content, List<Reason> reasons) {

  /** Takes a copy. */
  public StatementVerdict {
    reasons = List.copyOf(reasons);
  }

  /** Whether it may be relied on now. A statement about an invented person never may. */
  public boolean current() {
    return authentic && reasons.isEmpty();
  }
}
