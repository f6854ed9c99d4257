package org.kycvs.otp.entity;

import com.google.errorprone.annotations.RestrictedApi;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code that a person is sent: six digits. It never prints itself. */
public final class OneTimePassword {
  /** How many digits a code has. */
  public static final int LENGTH = 6;

  private static final int CODES = 1_000_000;
  private static final Pattern FORM = Pattern.compile("[0-9]{" + LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String digits;

  private OneTimePassword(String digits) {
    this.digits = digits;
  }

  /** A new one, each of the million equally likely. */
  public static OneTimePassword random() {
    return new OneTimePassword("%06d".formatted(RANDOM.nextInt(CODES)));
  }

  /** The code of these digits, or empty if they are not six ASCII digits. */
  public static Optional<OneTimePassword> parse(String digits) {
    return FORM.matcher(digits).matches()
        ? Optional.of(new OneTimePassword(digits))
        : Optional.empty();
  }

  /** The digits: to be sealed, or to be put into the message to the person. */
  @RestrictedApi(
      explanation = "A code is told to the person only; mark the place with why it must read it.",
      allowlistAnnotations = RevealsOneTimePassword.class)
  public String revealDigits() {
    return digits;
  }

  /**
   * Lower-case hex SHA-256 of the digits, the form that enters the keyed hash; as secret as they.
   */
  public String sha256Hex() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(digits.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "••••••";
  }
}
