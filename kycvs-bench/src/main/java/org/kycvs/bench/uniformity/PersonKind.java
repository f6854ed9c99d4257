package org.kycvs.bench.uniformity;

/** Whom an organisation asks about; it must not be able to tell them apart before the consent. */
public enum PersonKind {
  /** Mobile and name are in the registry: all others are compared with these. */
  REGISTERED("registered"),
  /** The same once more: what chance alone makes of the comparison. */
  CONTROL("registered, once more"),
  /** The mobile is not in the registry. */
  UNREGISTERED("mobile not registered"),
  /** The mobile is in the registry, the name is of nobody on it. */
  WRONG_NAME("wrong name"),
  /** The person blocked the organisation. */
  BLOCKED("blocked"),
  /** The person wants to hear from nobody for a while. */
  PAUSED("paused");

  private final String words;

  PersonKind(String words) {
    this.words = words;
  }

  /** In a few words, for people. */
  public String words() {
    return words;
  }
}
