package org.kycvs.otp.entity;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A code as somebody brought it: its six digits, or their SHA-256, as clients of the
 * CoWIN-compatible API do. The SHA-256 of one in a million is as secret as the digits, so it never
 * prints itself.
 */
public final class PresentedCode {
  private static final Pattern SHA256_HEX = Pattern.compile("[0-9a-f]{64}");

  private final String sha256Hex;

  private PresentedCode(String sha256Hex) {
    this.sha256Hex = sha256Hex;
  }

  /** Brought as digits. */
  public static PresentedCode of(OneTimePassword code) {
    return new PresentedCode(code.sha256Hex());
  }

  /**
   * Brought as the lower-case hex SHA-256 of the digits; empty if it has another form. What is the
   * SHA-256 of anything else is a wrong code.
   */
  public static Optional<PresentedCode> parseSha256(String hex) {
    return SHA256_HEX.matcher(hex).matches()
        ? Optional.of(new PresentedCode(hex))
        : Optional.empty();
  }

  /** Lower-case hex SHA-256 of the digits, the form that enters the keyed hash. */
  public String sha256Hex() {
    return sha256Hex;
  }

  @Override
  public String toString() {
    return "••••••";
  }
}
