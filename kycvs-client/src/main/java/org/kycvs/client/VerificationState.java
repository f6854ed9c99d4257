package org.kycvs.client;

import java.util.Arrays;
import java.util.Locale;

/** How far a verification is. One that has ended never changes. */
public enum VerificationState {
  /** The person has not given the code yet. */
  AWAITING_CODE,
  /** The code was right, but no one person fitted so far: confirm with a year of birth. */
  CONSENTED,
  /** Answered. */
  COMPLETED,
  /** The person consented, but no one person fitted; ended. It does not mean "not vaccinated". */
  NO_MATCH,
  /** The person said no; ended. */
  DECLINED,
  /** You took the question back; ended. */
  CANCELLED,
  /** Its ten minutes passed; ended. */
  EXPIRED,
  /** Three wrong codes; ended. */
  LOCKED,
  /** A state that this version of the client does not know, of a newer server. */
  OTHER;

  /** The word on the wire, such as {@code awaiting-code}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static VerificationState ofWire(String word) {
    return Arrays.stream(values())
        .filter(state -> state != OTHER && state.wire().equals(word))
        .findFirst()
        .orElse(OTHER);
  }
}
