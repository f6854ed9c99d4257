package org.kycvs.client;

import java.util.Locale;
import java.util.Optional;

/** The answer: what the registry's rule says about a person. */
public enum VaccinationStatus {
  /** 0. */
  NOT_VACCINATED,
  /** 1. */
  PARTIALLY_VACCINATED,
  /** 2. */
  FULLY_VACCINATED;

  /** The number on the wire: 0, 1 or 2. */
  public int value() {
    return ordinal();
  }

  /** The word on the wire, such as {@code fully-vaccinated}. */
  public String meaning() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<VaccinationStatus> ofValue(long value) {
    return value >= 0 && value < values().length
        ? Optional.of(values()[(int) value])
        : Optional.empty();
  }
}
