package org.kycvs.registry.entity;

import java.util.OptionalInt;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * Whom a question is about. It does not print the name or the whole mobile.
 *
 * @param mobile the mobile that redeemed the code
 * @param name the name as typed
 * @param yearOfBirth decides between namesakes; when given, it must agree
 */
public record PersonQuery(MobileNumber mobile, PersonName name, OptionalInt yearOfBirth) {

  /** By mobile and name as typed only. */
  public static PersonQuery of(MobileNumber mobile, String name) {
    return new PersonQuery(mobile, new PersonName(name), OptionalInt.empty());
  }

  /** The same, with a year of birth. */
  public PersonQuery bornIn(int year) {
    return new PersonQuery(mobile, name, OptionalInt.of(year));
  }
}
