package org.kycvs.registry.entity;

import java.util.List;

/**
 * A registry entry, opened for one answer: as much of it as the answer needs.
 *
 * @param id which entry it is
 * @param name the name as registered
 * @param birthYear the year of birth as registered
 * @param doses all doses, revoked ones too, in no order
 */
public record Person(PersonId id, PersonName name, int birthYear, List<Dose> doses) {

  /** Keeps a copy of the doses. */
  public Person {
    doses = List.copyOf(doses);
  }

  /** Prints nothing about the person. */
  @Override
  public String toString() {
    return "Person(…)";
  }
}
