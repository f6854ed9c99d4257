package org.kycvs.registry.entity;

/** The answer to the one question that the system takes. */
public enum VaccinationStatus {
  /** No dose counts. */
  NOT_VACCINATED(0, "not-vaccinated"),
  /** A dose counts, but no primary course is complete. */
  PARTIALLY_VACCINATED(1, "partially-vaccinated"),
  /** A primary course is complete. */
  FULLY_VACCINATED(2, "fully-vaccinated");

  private final int value;
  private final String meaning;

  VaccinationStatus(int value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /** The number on the wire: 0, 1 or 2. */
  public int value() {
    return value;
  }

  /** The word on the wire, such as {@code fully-vaccinated}. */
  public String meaning() {
    return meaning;
  }

  /**
   * The status of a number.
   *
   * @throws IllegalArgumentException if it is not 0, 1 or 2
   */
  public static VaccinationStatus ofValue(int value) {
    for (VaccinationStatus status : values()) {
      if (status.value == value) {
        return status;
      }
    }
    throw new IllegalArgumentException("Not a status: " + value);
  }
}
