package org.kycvs.registry.entity;

import java.time.Instant;

/**
 * Somebody says that a record is wrong, and no operator has decided yet. It does not print what it
 * holds about the person.
 *
 * @param id names it, {@code dsp_…}
 * @param reference the record's beneficiary reference id
 * @param ground what is said to be wrong
 * @param account what was said about it, in the words of who raised it
 * @param raisedAt when
 */
public record Dispute(
    String id, long reference, DisputeGround ground, String account, Instant raisedAt) {

  @Override
  public String toString() {
    return "Dispute(" + id + ")";
  }
}
