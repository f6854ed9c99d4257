package org.kycvs.registry.entity;

import java.time.Instant;

/** What the registry says to one question about one person. */
public sealed interface RegistryAnswer {

  /**
   * One person fits.
   *
   * @param person the entry that fits; it never leaves the system but as a pairwise hash
   * @param status the status by the rule
   * @param rule the rule's name
   * @param asOf the moment that the registry was read
   */
  record Found(PersonId person, VaccinationStatus status, String rule, Instant asOf)
      implements RegistryAnswer {}

  /** Nobody fits. That is not status 0: it is no answer. */
  record NoMatch() implements RegistryAnswer {}

  /**
   * More than one person fits. The verifier is not told this apart from {@link NoMatch}: that
   * namesakes share a phone is nobody's business.
   */
  record Ambiguous() implements RegistryAnswer {}
}
