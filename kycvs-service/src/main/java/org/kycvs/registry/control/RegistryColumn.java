package org.kycvs.registry.control;

/** The columns of a registry file, found by the names in its first line, in any order. */
public enum RegistryColumn {
  /** The beneficiary reference id. */
  REFERENCE("beneficiary_reference_id"),
  /** The person's name, in any script. */
  NAME("name"),
  /** The year of birth. */
  BIRTH_YEAR("birth_year"),
  /** The gender, as the source writes it. */
  GENDER("gender"),
  /** The mobile that the person registered with. */
  MOBILE("mobile_number"),
  /** The product given; empty for a person without a dose, as are the columns that follow. */
  VACCINE("vaccine"),
  /** Which dose the vaccination center called it. */
  DOSE("dose"),
  /** The day it was given. */
  DOSE_DATE("dose_date"),
  /** The product's batch. */
  BATCH("vaccine_batch"),
  /** The vaccination center. */
  CENTER("center_id");

  private final String header;

  RegistryColumn(String header) {
    this.header = header;
  }

  /** Its name in a file's first line. */
  public String header() {
    return header;
  }
}
