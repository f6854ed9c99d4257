package org.kycvs.client.statement;

import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a statement says. All claims that a statement must have are there, each with its type, and
 * the status comes with its own meaning; claims that are not known are kept, but mean nothing. Only
 * a check makes one, of a statement whose signature is right.
 */
public final class StatementContent {
  private static final List<String> MEANINGS =
      List.of("not-vaccinated", "partially-vaccinated", "fully-vaccinated");
  private static final List<String> MODES = List.of("live", "test");
  private static final List<String> TEXTS =
      List.of(
          "iss",
          "aud",
          "jti",
          "txn",
          "sub",
          "purpose",
          "rule",
          "method",
          "receipt",
          "receiptHash",
          "subjectCommitment");

  private final Map<String, Object> claims;
  private final int status;
  private final Instant asOf;
  private final Instant issuedAt;
  private final Instant expiresAt;
  private final Optional<String> nonce;
  private final Optional<StatusListEntry> statusListEntry;
  private final boolean test;

  private StatementContent(Map<String, Object> claims) throws ParseException {
    this.claims = claims;
    ClaimReader reader = new ClaimReader(claims);
    for (String name : TEXTS) {
      reader.requireText(name);
    }
    status = (int) reader.number("status", MEANINGS.size() - 1);
    if (!MEANINGS.get(status).equals(reader.text("meaning"))) {
      throw new ParseException("its status and its meaning contradict each other", 0);
    }
    String mode = reader.text("mode");
    if (!MODES.contains(mode)) {
      throw new ParseException("its mode is neither live nor test", 0);
    }
    test = mode.equals("test") || issuer().endsWith("/test");
    asOf = reader.time("asOf");
    issuedAt = reader.seconds("iat");
    expiresAt = reader.seconds("exp");
    if (!expiresAt.isAfter(issuedAt)) {
      throw new ParseException("it expires before it is issued", 0);
    }
    nonce = reader.optionalText("nonce");
    statusListEntry = StatusListEntry.read(reader);
  }

  /**
   * Reads claims whose signature is right.
   *
   * @throws ParseException if one is missing or wrong; the message ends a sentence that says so
   */
  static StatementContent read(Map<String, Object> claims) throws ParseException {
    return new StatementContent(claims);
  }

  /** 0 not vaccinated, 1 partially, 2 fully. */
  public int status() {
    return status;
  }

  /** The status in words: {@code not-vaccinated}, {@code partially-vaccinated} or so. */
  public String meaning() {
    return claim("meaning");
  }

  /** When the registry was read. */
  public Instant asOf() {
    return asOf;
  }

  /** Who says it. */
  public String issuer() {
    return claim("iss");
  }

  /** The organisation that may rely on it. */
  public String audience() {
    return claim("aud");
  }

  /** The verification that it answers, {@code ver_…}. */
  public String verification() {
    return claim("txn");
  }

  /** What it was asked for: the code of a purpose. */
  public String purpose() {
    return claim("purpose");
  }

  /** The person's pseudonym, another one for each organisation. */
  public String subject() {
    return claim("sub");
  }

  /** What the organisation recognises its question by. */
  public Optional<String> nonce() {
    return nonce;
  }

  /** In whole seconds, inclusive. */
  public Instant issuedAt() {
    return issuedAt;
  }

  /** In whole seconds, exclusive. */
  public Instant expiresAt() {
    return expiresAt;
  }

  /** Where it says that it was recalled, if it ever is. */
  public Optional<StatusListEntry> statusListEntry() {
    return statusListEntry;
  }

  /** Whether it concerns an invented person. */
  public boolean test() {
    return test;
  }

  /** {@code live} or {@code test}. */
  public String mode() {
    return test ? "test" : "live";
  }

  /** All claims as they stand; whole numbers are {@link Long}. */
  public Map<String, Object> claims() {
    return claims;
  }

  /** A claim as text, such as {@code rule}; empty if there is none. */
  public String claim(String name) {
    Object value = claims.get(name);
    return value == null ? "" : value.toString();
  }
}
