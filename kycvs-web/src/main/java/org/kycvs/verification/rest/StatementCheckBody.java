package org.kycvs.verification.rest;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kycvs.client.statement.Expected;
import org.kycvs.webshared.input.InputChecks;

/**
 * The body of {@code POST /api/v1/statement-checks}.
 *
 * @param statement the text to check; any text will do, since that is the question
 * @param audience the organisation that it must have been made for; any, if missing
 * @param nonce the nonce of the question that it must answer; any, if missing
 */
public record StatementCheckBody(
    @Nullable String statement, @Nullable String audience, @Nullable String nonce) {
  private static final Pattern ORGANISATION = Pattern.compile("org_[0-9A-Za-z]{22}");
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._~-]{8,128}");

  /** The parts, each of its form. */
  record Wanted(String statement, Expected expected) {}

  Wanted wanted() {
    InputChecks checks = new InputChecks();
    String text = statement == null ? "" : statement.strip();
    if (text.isEmpty()) {
      checks.refuse("/statement", "missing", "This is required.");
    }
    Optional<String> forWhom =
        checks.optionalForm("/audience", audience, ORGANISATION, "An organisation's id, org_…");
    Optional<String> answering =
        checks.optionalForm("/nonce", nonce, NONCE, "8 to 128 of A-Z a-z 0-9 . _ ~ -");
    checks.done();
    Expected.WithAudience reader = forWhom.map(Expected::audience).orElseGet(Expected::anyAudience);
    // Never anybody invented: whoever asks for them is told so, and that it is not to be relied on.
    return new Wanted(text, answering.map(reader::nonce).orElseGet(reader::anyNonce).live());
  }

  @Override
  public String toString() {
    return "StatementCheckBody";
  }
}
