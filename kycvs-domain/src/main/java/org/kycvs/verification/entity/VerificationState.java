package org.kycvs.verification.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a verification stands. All but the first two are ends. */
public enum VerificationState {
  /** The person has not given the code yet. */
  AWAITING_CODE,
  /** The person consented, but no one person fitted so far. */
  CONSENTED,
  /** Answered. */
  COMPLETED,
  /** The person consented, and no one person fitted. */
  NO_MATCH,
  /** The person said no. */
  DECLINED,
  /** The organisation took the question back. */
  CANCELLED,
  /** Its time was over before the person answered. */
  EXPIRED,
  /** Too many wrong codes. */
  LOCKED;

  /** The word on the wire, such as {@code awaiting-code}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of a word on the wire. */
  public static Optional<VerificationState> parse(String wire) {
    return Arrays.stream(values()).filter(state -> state.wire().equals(wire)).findFirst();
  }
}
