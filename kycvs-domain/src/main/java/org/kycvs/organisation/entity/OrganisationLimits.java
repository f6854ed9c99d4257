package org.kycvs.organisation.entity;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The limits that an organisation has of its own; for all others it is as for everybody. */
public final class OrganisationLimits {
  private final Map<OrganisationLimit, Integer> own;

  /**
   * These.
   *
   * @throws IllegalArgumentException if a number is out of its limit's bounds
   */
  public OrganisationLimits(Map<OrganisationLimit, Integer> own) {
    own.forEach(
        (limit, number) -> {
          if (number < 1 || number > limit.most()) {
            throw new IllegalArgumentException(limit.code() + " cannot be " + number);
          }
        });
    this.own = Map.copyOf(own);
  }

  /** The number of one, if it is of its own. */
  public OptionalInt of(OrganisationLimit limit) {
    Integer number = own.get(limit);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Whether it has none. */
  public boolean isEmpty() {
    return own.isEmpty();
  }

  /** With some set, and some as for everybody again. */
  public OrganisationLimits with(OrganisationLimits set, Set<OrganisationLimit> asForAll) {
    Map<OrganisationLimit, Integer> changed = new EnumMap<>(OrganisationLimit.class);
    changed.putAll(own);
    changed.putAll(set.own);
    changed.keySet().removeAll(asForAll);
    return new OrganisationLimits(changed);
  }
}
