package org.kycvs.registry.control.imports;

/**
 * The columns that are read of a registry file, found by the names in its first line, in any order.
 * What no answer needs (gender, batch, center) is passed over and never kept.
 */
public enum RegistryColumn {
  /** The beneficiary reference id. */
  REFERENCE("beneficiary_reference_id"),
  /** The person's name, in any script. */
  NAME("name"),
  /** The year of birth. */
  BIRTH_YEAR("birth_year"),
  /** The mobile that the person registered with. */
  MOBILE("mobile_number"),
  /** The product given; empty for a person without a dose, as are the columns that follow. */
  VACCINE("vaccine"),
  /** Which dose the vaccination center called it. */
  DOSE("dose"),
  /** The day it was given. */
  DOSE_DATE("dose_date");

  private final String header;

  RegistryColumn(String header) {
    this.header = header;
  }

  /** Its name in a file's first line. */
  public String header() {
    return header;
  }
}
