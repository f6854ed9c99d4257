package org.kycvs.apikey.entity;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** For how long a key that was rolled lives on beside the one that replaces it. */
public enum Overlap {
  /** Not at all: for a key that somebody else has seen. */
  NONE("0", Duration.ZERO),
  /** An hour. */
  HOUR("1h", Duration.ofHours(1)),
  /** A day. */
  DAY("24h", Duration.ofHours(24)),
  /** A week. */
  WEEK("7d", Duration.ofDays(7));

  private final String wire;
  private final Duration length;

  Overlap(String wire, Duration length) {
    this.wire = wire;
    this.length = length;
  }

  /** The word for it: {@code 0}, {@code 1h}, {@code 24h} or {@code 7d}. */
  public String wire() {
    return wire;
  }

  /** How long it is. */
  public Duration length() {
    return length;
  }

  /** The overlap of a word, or empty if there is none. */
  public static Optional<Overlap> ofWire(String word) {
    return Arrays.stream(values()).filter(overlap -> overlap.wire.equals(word)).findFirst();
  }
}
