package org.kycvs.organisation.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.shared.id.OrganisationId;

/**
 * An organisation in the list of all.
 *
 * @param suspension empty if it may ask
 * @param purposes the codes of those that it may ask for, in order
 */
public record ListedOrganisation(
    OrganisationId id,
    OrganisationProfile profile,
    Instant createdAt,
    Optional<Suspension> suspension,
    List<String> purposes) {

  /**
   * That it may not ask.
   *
   * @param at since when; empty where it is not known
   * @param by who did it
   * @param reason why
   */
  public record Suspension(Optional<Instant> at, Optional<String> by, Optional<String> reason) {}
}
