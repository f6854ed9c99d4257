package org.kycvs.client.statement;

import java.util.List;

/**
 * Not to be relied on; what the statement claims cannot be read from here.
 *
 * @param authentic whether the signature is right, so that only time, audience or the like is not
 * @param refusals at least one, each reason once
 */
public record Refused(boolean authentic, List<Refusal> refusals) implements CheckResult {

  /** Takes a copy. */
  public Refused {
    refusals = List.copyOf(refusals);
    if (refusals.isEmpty()) {
      throw new IllegalArgumentException("A refusal has a reason");
    }
  }

  /** For one reason found before the signature was known to be right. */
  static Refused unauthentic(Reason reason, String because) {
    return new Refused(false, List.of(new Refusal(reason, because)));
  }

  /** The reasons alone. */
  public List<Reason> reasons() {
    return refusals.stream().map(Refusal::reason).toList();
  }
}
