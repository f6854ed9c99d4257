package org.kycvs.bench.people;

import org.kycvs.registry.entity.PersonQuery;
import org.kycvs.registry.entity.RegistryAnswer;
import org.kycvs.registry.entity.RegistryAnswer.Ambiguous;
import org.kycvs.registry.entity.RegistryAnswer.Found;
import org.kycvs.registry.entity.RegistryAnswer.NoMatch;
import org.kycvs.registry.entity.VaccinationStatus;

/**
 * A question whose answer is known.
 *
 * @param query whom it is about
 * @param expected the answer in words, such as {@code status 2 of 10000000000042}
 */
public record Question(PersonQuery query, String expected) {
  static final String NO_MATCH = "no match";
  static final String AMBIGUOUS = "ambiguous";

  static String found(VaccinationStatus status, String reference) {
    return "status " + status.value() + " of " + reference;
  }

  /** Whether the answer is the expected one: status and person. */
  public boolean isAnsweredBy(RegistryAnswer answer) {
    return expected.equals(words(answer));
  }

  /** The answer in the words of {@link #expected}. */
  public static String words(RegistryAnswer answer) {
    if (answer instanceof Found found) {
      return found(found.status(), found.person().value());
    }
    if (answer instanceof Ambiguous) {
      return AMBIGUOUS;
    }
    if (answer instanceof NoMatch) {
      return NO_MATCH;
    }
    throw new IllegalArgumentException("An answer of a new kind: " + answer);
  }
}
