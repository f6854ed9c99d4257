package org.kycvs.bench.people;

import java.util.List;
import org.kycvs.registry.entity.Dose;
import org.kycvs.registry.entity.VaccinationStatus;

/**
 * An invented person.
 *
 * @param number counts people from 0
 * @param reference the beneficiary reference id, 14 digits
 * @param name the name as registered
 * @param birthYear the year of birth; no two on one mobile have the same
 * @param doses 0 to 3, numbered from 1
 */
record MadePerson(long number, long reference, MadeName name, int birthYear, List<Dose> doses) {

  /** What the registry must say of this person. */
  VaccinationStatus status() {
    return NaiveRule.status(doses);
  }

  /** How many rows of a file tell about this person: one a dose, or one without. */
  int rows() {
    return Math.max(1, doses.size());
  }
}
