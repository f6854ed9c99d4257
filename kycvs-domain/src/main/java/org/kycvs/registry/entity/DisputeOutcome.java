package org.kycvs.registry.entity;

import java.util.Locale;

/** How a dispute ended. What follows for the record is an act of its own. */
public enum DisputeOutcome {
  /** The record was wrong. */
  UPHELD,
  /** The record was right. */
  REJECTED,
  /** Who raised it took it back. */
  WITHDRAWN;

  /** The word on record, such as {@code upheld}. */
  public String onRecord() {
    return name().toLowerCase(Locale.ROOT);
  }
}
