package org.kycvs.bench.uniformity;

/** What an organisation can do before the consent. */
public enum CallKind {
  /** It asks. */
  ASK("ask"),
  /** It reads the verification, after the message has left or was suppressed. */
  READ("read"),
  /** It tries a code that nobody told it. */
  WRONG_CODE("wrong code");

  private final String words;

  CallKind(String words) {
    this.words = words;
  }

  /** In a few words, for people. */
  public String words() {
    return words;
  }
}
