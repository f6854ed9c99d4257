package org.kycvs.registry.entity;

import java.util.Locale;

/** What somebody says is wrong with a record. */
public enum DisputeGround {
  /** A dose was given but is not on record. */
  DOSE_MISSING,
  /** Product or day of a dose are wrong. */
  DOSE_WRONG,
  /** A dose on record was never given to this person. */
  DOSE_NOT_MINE,
  /** Name, year of birth or mobile are wrong. */
  DETAILS_WRONG,
  /** The record on one's mobile is of somebody else. */
  NOT_ME;

  /** The word on record, such as {@code dose-missing}. */
  public String onRecord() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The ground of a word on record.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DisputeGround of(String onRecord) {
    return valueOf(onRecord.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
