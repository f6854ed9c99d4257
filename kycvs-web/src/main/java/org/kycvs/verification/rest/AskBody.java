package org.kycvs.verification.rest;

import java.time.Duration;
import java.time.Year;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kycvs.registry.boundary.TestPeople;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mobile.MobileNumberException;
import org.kycvs.shared.mobile.ServedCountries;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.entity.Question;
import org.kycvs.webshared.input.InputChecks;

/**
 * The body of {@code POST /api/v1/verifications}.
 *
 * @param mobile the person's mobile, best as {@code +91…}
 * @param name the person's name, at most 200 characters
 * @param purpose the code of an approved purpose
 * @param yearOfBirth decides between namesakes who share the mobile
 * @param reference the organisation's own word for it, at most 64 characters
 * @param nonce goes into the statement: 8 to 128 of {@code A-Z a-z 0-9 . _ ~ -}
 * @param language what the person reads (ISO 639); English if missing
 * @param validForSeconds how long the answer may be used, from 60 to the purpose's maximum
 */
public record AskBody(
    @Nullable String mobile,
    @Nullable String name,
    @Nullable String purpose,
    @Nullable Integer yearOfBirth,
    @Nullable String reference,
    @Nullable String nonce,
    @Nullable String language,
    @Nullable Integer validForSeconds) {
  static final int OLDEST_YEAR = 1900;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_MOBILE = 32;
  private static final int LONGEST_REFERENCE = 64;
  private static final int LONGEST_PURPOSE = 40;
  private static final int SHORTEST_VALIDITY = 60;
  private static final int LONGEST_VALIDITY = 366 * 24 * 3600;
  private static final Pattern PURPOSE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._~-]{8,128}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /** The question, if every part of the body has its form. */
  Question question(Mode mode, Year thisYear, ServedCountries countries) {
    InputChecks checks = new InputChecks();
    String person = name(checks, "/name", name);
    String why = checks.text("/purpose", purpose, LONGEST_PURPOSE);
    if (!why.isEmpty() && !PURPOSE.matcher(why).matches()) {
      checks.refuse("/purpose", "invalid", "A purpose's code, such as hotel-check-in.");
    }
    OptionalInt year =
        checks.optionalNumber("/yearOfBirth", yearOfBirth, OLDEST_YEAR, thisYear.getValue());
    Optional<String> ownWord = checks.optionalText("/reference", reference, LONGEST_REFERENCE);
    Optional<String> proofWord =
        checks.optionalForm("/nonce", nonce, NONCE, "8 to 128 of A-Z a-z 0-9 . _ ~ -");
    Optional<String> tongue =
        checks.optionalForm("/language", language, LANGUAGE, "A language's code, such as hi.");
    OptionalInt validFor =
        checks.optionalNumber(
            "/validForSeconds", validForSeconds, SHORTEST_VALIDITY, LONGEST_VALIDITY);
    Optional<MobileNumber> to = mobile(checks, "/mobile", mobile, mode, countries);
    checks.done();
    return new Question(
        to.orElseThrow(),
        person,
        year,
        why,
        ownWord,
        proofWord,
        tongue.orElse("en"),
        validFor.isPresent()
            ? Optional.of(Duration.ofSeconds(validFor.getAsInt()))
            : Optional.empty());
  }

  /** A name that must be there, wherever in a body it is; empty if it was refused. */
  public static String name(InputChecks checks, String pointer, @Nullable String value) {
    String person = checks.text(pointer, value, LONGEST_NAME);
    if (!person.isEmpty() && !LETTER.matcher(person).find()) {
      checks.refuse(pointer, "invalid", "A name has letters.");
    }
    return person;
  }

  /**
   * A mobile that must be there, wherever in a body it is.
   *
   * @param countries those served; test people are of India whichever these are
   * @throws ProblemException {@code not-a-test-person}
   */
  public static Optional<MobileNumber> mobile(
      InputChecks checks,
      String pointer,
      @Nullable String value,
      Mode mode,
      ServedCountries countries) {
    String number = checks.text(pointer, value, LONGEST_MOBILE);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    return mode == Mode.TEST ? testPerson(number) : livePerson(checks, pointer, number, countries);
  }

  private static Optional<MobileNumber> testPerson(String number) {
    return Optional.of(
        TestPeople.mobile(number)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.NOT_A_TEST_PERSON,
                        "A test key asks about test people only: +915555500000 to"
                            + " +915555500009.")));
  }

  private static Optional<MobileNumber> livePerson(
      InputChecks checks, String pointer, String number, ServedCountries countries) {
    try {
      return Optional.of(countries.mobile(number));
    } catch (MobileNumberException e) {
      checks.refuse(pointer, e.reason().code(), e.detail());
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "AskBody";
  }
}
