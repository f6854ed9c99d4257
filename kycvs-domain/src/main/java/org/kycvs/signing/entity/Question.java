package org.kycvs.signing.entity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;

/**
 * Who asked, in which verification, and what for.
 *
 * @param organisation the statement's audience: nobody else may rely on it
 * @param verification the verification that it answers
 * @param nonce what the organisation gave to recognise its own question by, if anything
 * @param purpose the code of the approved purpose
 */
public record Question(
    OrganisationId organisation,
    VerificationId verification,
    Optional<String> nonce,
    String purpose) {
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._~-]{8,128}");
  private static final int LONGEST_PURPOSE = 64;

  /** Refuses a nonce or purpose of another form. */
  public Question {
    if (nonce.isPresent() && !NONCE.matcher(nonce.get()).matches()) {
      throw new IllegalArgumentException("Not a nonce");
    }
    if (purpose.isBlank() || purpose.length() > LONGEST_PURPOSE) {
      throw new IllegalArgumentException("Not a purpose's code");
    }
  }
}
