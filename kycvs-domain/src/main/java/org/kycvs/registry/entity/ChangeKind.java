package org.kycvs.registry.entity;

import java.util.Locale;

/** What can change the registry. */
public enum ChangeKind {
  /** A file was taken in. */
  IMPORT,
  /** A dose was found to be wrong. */
  REVOCATION,
  /** A revoked dose was found to be right. */
  REINSTATEMENT,
  /** Product or day of a dose were found to be others. */
  CORRECTION,
  /** Two records were found to be of one person. */
  MERGE,
  /** Two records were found to be of two people after all. */
  SPLIT;

  /** The word on record, such as {@code import}. */
  public String onRecord() {
    return name().toLowerCase(Locale.ROOT);
  }
}
