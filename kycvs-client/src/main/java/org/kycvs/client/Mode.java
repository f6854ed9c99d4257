package org.kycvs.client;

import java.util.Locale;

/** Which world a key opens: that of real people or that of invented ones. */
public enum Mode {
  /** Real people are sent messages, and the answer is about them. */
  LIVE,
  /**
   * Test people only: nothing is sent, the code is always {@code 246810}, and nobody is to rely on
   * the answer.
   */
  TEST;

  /** The word on the wire, {@code live} or {@code test}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
