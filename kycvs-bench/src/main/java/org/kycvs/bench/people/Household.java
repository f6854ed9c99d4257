package org.kycvs.bench.people;

import java.util.List;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * People who share a mobile.
 *
 * @param mobile the mobile
 * @param people 1 to 6
 */
record Household(MobileNumber mobile, List<MadePerson> people) {

  /** Whether this is the name of exactly one of them. */
  boolean hasOne(MadeName name) {
    return people.stream().filter(person -> person.name().equals(name)).count() == 1;
  }

  /** Whether nobody here has the given name, in whatever script. */
  boolean hasNobody(int given) {
    return people.stream().noneMatch(person -> person.name().given() == given);
  }
}
