package org.kycvs.registry.entity;

import java.util.List;
import java.util.Optional;

/**
 * A record as operators see it.
 *
 * @param reference its beneficiary reference id
 * @param person the record that stands for the person, if this one is merged with others
 * @param versions the version in force, then earlier ones from the latest to the first
 */
public record InspectedRecord(long reference, Optional<Long> person, List<RecordVersion> versions) {

  /** Keeps a copy of the versions. */
  public InspectedRecord {
    versions = List.copyOf(versions);
  }

  /** Prints nothing about the person. */
  @Override
  public String toString() {
    return "InspectedRecord(…)";
  }
}
