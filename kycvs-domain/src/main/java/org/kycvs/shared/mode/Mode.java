package org.kycvs.shared.mode;

import java.util.Locale;

/** Which world a call belongs to. The two share no people, no signing keys and no messages. */
public enum Mode {
  /** Real people; codes are sent; statements may be relied on. */
  LIVE,
  /**
   * Invented people; nothing is sent; statements are refused unless a checker accepts test mode.
   */
  TEST;

  /** The word on the wire: {@code live} or {@code test}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode of a word on the wire.
   *
   * @throws IllegalArgumentException if it is neither {@code live} nor {@code test}
   */
  public static Mode ofWire(String wire) {
    for (Mode mode : values()) {
      if (mode.wire().equals(wire)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("Not a mode: " + wire);
  }
}
