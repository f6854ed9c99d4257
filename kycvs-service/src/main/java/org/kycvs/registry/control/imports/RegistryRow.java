package org.kycvs.registry.control.imports;

import java.time.LocalDate;
import java.util.Optional;
import org.kycvs.registry.entity.PersonName;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * A row of a registry file that passed all checks a row can pass alone: a person, and at most one
 * dose.
 *
 * @param line the line of the file on which it begins, from 1
 * @param reference the person's beneficiary reference id
 * @param name the person's name
 * @param birthYear the person's year of birth
 * @param mobile the person's mobile
 * @param dose the dose, if the row has one
 */
record RegistryRow(
    long line,
    long reference,
    PersonName name,
    int birthYear,
    MobileNumber mobile,
    Optional<GivenDose> dose)
    implements ParsedRow {

  /**
   * A dose as a file tells it.
   *
   * @param number which dose the vaccination center called it
   * @param product the code of a known product
   * @param givenOn the day
   */
  record GivenDose(int number, String product, LocalDate givenOn) {}
}
