package org.kycvs.verification.entity;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.kycvs.shared.mobile.MobileNumber;

/**
 * What an organisation asks: about whom, why, and how the answer is to look. Its parts have been
 * checked for form.
 *
 * @param mobile where the person is sent the code
 * @param name the person's name, as the organisation has it
 * @param yearOfBirth decides between namesakes who share the mobile
 * @param purpose the code of an approved purpose
 * @param reference the organisation's own word for it, given back
 * @param nonce goes into the statement
 * @param language what the person reads (ISO 639), if we have it
 * @param validFor how long the answer may be used, at most the purpose's maximum
 */
public record Question(
    MobileNumber mobile,
    String name,
    OptionalInt yearOfBirth,
    String purpose,
    Optional<String> reference,
    Optional<String> nonce,
    String language,
    Optional<Duration> validFor) {

  /** Never the mobile or the name. */
  @Override
  public String toString() {
    return "Question(" + purpose + ")";
  }
}
