package org.kycvs.launcher.check;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a statement says. All claims that a statement must have are there, each with its type, and
 * the status comes with its own meaning; claims that are not known are kept, but mean nothing.
 *
 * @param claims all claims as they stand
 * @param issuer who says it
 * @param audience the organisation that may rely on it
 * @param nonce what the organisation recognises its question by
 * @param issuedAt in whole seconds, inclusive
 * @param expiresAt in whole seconds, exclusive
 * @param test whether it concerns an invented person
 */
public record StatementContent(
    Map<String, Object> claims,
    String issuer,
    String audience,
    Optional<String> nonce,
    Instant issuedAt,
    Instant expiresAt,
    boolean test) {
  private static final List<String> MEANINGS =
      List.of("not-vaccinated", "partially-vaccinated", "fully-vaccinated");
  private static final List<String> MODES = List.of("live", "test");
  private static final List<String> TEXTS =
      List.of(
          "jti",
          "txn",
          "sub",
          "purpose",
          "rule",
          "method",
          "receipt",
          "receiptHash",
          "subjectCommitment");

  /**
   * Reads claims whose signature is right.
   *
   * @throws ParseException if one is missing or wrong; the message ends a sentence that says so
   */
  static StatementContent read(Map<String, Object> claims) throws ParseException {
    ClaimReader reader = new ClaimReader(claims);
    for (String name : TEXTS) {
      reader.requireText(name);
    }
    reader.requireTime("asOf");
    int status = (int) reader.number("status", MEANINGS.size() - 1);
    if (!MEANINGS.get(status).equals(reader.text("meaning"))) {
      throw new ParseException("its status and its meaning contradict each other", 0);
    }
    String mode = reader.text("mode");
    if (!MODES.contains(mode)) {
      throw new ParseException("its mode is neither live nor test", 0);
    }
    Instant issuedAt = reader.seconds("iat");
    Instant expiresAt = reader.seconds("exp");
    if (!expiresAt.isAfter(issuedAt)) {
      throw new ParseException("it expires before it is issued", 0);
    }
    String issuer = reader.text("iss");
    return new StatementContent(
        claims,
        issuer,
        reader.text("aud"),
        reader.optionalText("nonce"),
        issuedAt,
        expiresAt,
        mode.equals("test") || issuer.endsWith("/test"));
  }

  /** A claim as text, such as {@code purpose}; empty if there is none. */
  public String claim(String name) {
    Object value = claims.get(name);
    return value == null ? "" : value.toString();
  }

  /** {@code live} or {@code test}. */
  public String mode() {
    return test ? "test" : "live";
  }
}
