package org.kycvs.client.conformance;

import java.util.Collections;
import java.util.List;

/**
 * What a checker says about a statement.
 *
 * @param valid whether it may be relied on
 * @param reasons why not, in the words of {@link org.kycvs.client.statement.Reason#wire}; empty if
 *     it may
 */
public record Verdict(boolean valid, List<String> reasons) {
  /** It may be relied on. */
  public static final Verdict VALID = new Verdict(true, List.of());

  /** Takes a copy, in alphabetical order. */
  public Verdict {
    reasons = reasons.stream().sorted().toList();
  }

  /** It may not, for these reasons. */
  public static Verdict refused(List<String> reasons) {
    return new Verdict(false, reasons);
  }

  /** It may not, for this reason. */
  public static Verdict refused(String reason) {
    return new Verdict(false, Collections.singletonList(reason));
  }

  @Override
  public String toString() {
    return valid
        ? "valid"
        : "refused" + (reasons.isEmpty() ? "" : ": " + String.join(", ", reasons));
  }
}
