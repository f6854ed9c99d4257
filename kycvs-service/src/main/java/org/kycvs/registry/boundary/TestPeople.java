package org.kycvs.registry.boundary;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kycvs.registry.entity.PersonId;
import org.kycvs.registry.entity.PersonQuery;
import org.kycvs.registry.entity.RegistryAnswer;
import org.kycvs.registry.entity.RegistryAnswer.Ambiguous;
import org.kycvs.registry.entity.RegistryAnswer.Found;
import org.kycvs.registry.entity.RegistryAnswer.NoMatch;
import org.kycvs.registry.entity.VaccinationStatus;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * The invented people of test mode, by the wire contract's "Test mode". Their mobiles are {@code
 * +9155555000NN}, which no operator assigns. Any name fits them. They are wholly apart from the
 * registry: nothing here reads it.
 */
public final class TestPeople {
  /** The rule that answers about test people carry. */
  static final String RULE = "in-2026-1";

  private static final Pattern MOBILE = Pattern.compile("(?:\\+91|91|0)?(55555000(0[0-9]))");
  private static final int NAMESAKE_FULLY_VACCINATED = 1980;
  private static final int NAMESAKE_PARTIALLY_VACCINATED = 1990;

  private TestPeople() {}

  /** Whether a mobile, as people write it, is a test person's. */
  public static boolean isTestMobile(String text) {
    return mobile(text).isPresent();
  }

  /** A test person's mobile as people write it, with blanks and hyphens or without. */
  public static Optional<MobileNumber> mobile(String text) {
    Matcher matcher = MOBILE.matcher(text.replaceAll("[\\s-]", ""));
    return matcher.matches()
        ? Optional.of(MobileNumber.ofStored("+91" + matcher.group(1)))
        : Optional.empty();
  }

  /** What is said about a test person; {@link NoMatch} for any other mobile. */
  static RegistryAnswer answer(PersonQuery query, Instant asOf) {
    Matcher matcher = MOBILE.matcher(query.mobile().e164());
    if (!matcher.matches()) {
      return new NoMatch();
    }
    String person = "test-" + matcher.group(2);
    return switch (matcher.group(2)) {
      case "00" -> found(person, VaccinationStatus.NOT_VACCINATED, asOf);
      case "01" -> found(person, VaccinationStatus.PARTIALLY_VACCINATED, asOf);
      case "03" -> new NoMatch();
      case "04" -> namesake(person, query.yearOfBirth(), asOf);
      default -> found(person, VaccinationStatus.FULLY_VACCINATED, asOf);
    };
  }

  private static RegistryAnswer namesake(String person, OptionalInt yearOfBirth, Instant asOf) {
    if (yearOfBirth.isEmpty()) {
      return new Ambiguous();
    }
    int year = yearOfBirth.getAsInt();
    return switch (year) {
      case NAMESAKE_FULLY_VACCINATED ->
          found(person + "-" + year, VaccinationStatus.FULLY_VACCINATED, asOf);
      case NAMESAKE_PARTIALLY_VACCINATED ->
          found(person + "-" + year, VaccinationStatus.PARTIALLY_VACCINATED, asOf);
      default -> new NoMatch();
    };
  }

  private static Found found(String person, VaccinationStatus status, Instant asOf) {
    return new Found(new PersonId(person), status, RULE, asOf);
  }
}
