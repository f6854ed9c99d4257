package org.kycvs.client.conformance;

import java.time.Instant;
import java.util.Optional;

/**
 * One statement, good or bad in one way, and what a checker has to say about it.
 *
 * @param id names it, such as {@code expired}
 * @param about what it is, in a sentence
 * @param statement the text to check, as it stands
 * @param at the time to check it for
 * @param audience the organisation that checks; empty if any audience will do
 * @param nonce the nonce of the question; empty if any will do
 * @param allowTest whether a statement about an invented person will do
 * @param verdict what a checker has to say
 */
public record TestVector(
    String id,
    String about,
    String statement,
    Instant at,
    Optional<String> audience,
    Optional<String> nonce,
    boolean allowTest,
    Verdict verdict) {

  /** Whether the verdict is the right one. */
  boolean isMetBy(Verdict given, boolean reasonsToo) {
    return given.valid() == verdict.valid()
        && (!reasonsToo || given.reasons().containsAll(verdict.reasons()));
  }
}
