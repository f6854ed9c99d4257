package org.kycvs.verification.rest;

import java.time.Year;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.otp.entity.PresentedCode;
import org.kycvs.webshared.input.InputChecks;

/**
 * The body of {@code POST /api/v1/verifications/{id}/confirmation}.
 *
 * @param code the six digits that the person was sent
 * @param yearOfBirth decides between namesakes who share the mobile
 */
public record ConfirmationBody(@Nullable String code, @Nullable Integer yearOfBirth) {

  /** The parts, each of its form. */
  record Entry(PresentedCode code, OptionalInt yearOfBirth) {}

  Entry entry(Year thisYear) {
    InputChecks checks = new InputChecks();
    String digits = checks.text("/code", code, OneTimePassword.LENGTH);
    Optional<OneTimePassword> given = OneTimePassword.parse(digits);
    if (!digits.isEmpty() && given.isEmpty()) {
      checks.refuse("/code", "invalid", "A code is six digits, as text.");
    }
    OptionalInt year =
        checks.optionalNumber(
            "/yearOfBirth", yearOfBirth, AskBody.OLDEST_YEAR, thisYear.getValue());
    checks.done();
    return new Entry(PresentedCode.of(given.orElseThrow()), year);
  }

  @Override
  public String toString() {
    return "ConfirmationBody";
  }
}
