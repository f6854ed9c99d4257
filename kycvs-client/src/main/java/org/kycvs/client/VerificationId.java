package org.kycvs.client;

import java.util.regex.Pattern;

/**
 * The id of a verification. Keep it with your booking: with it you go on after a restart.
 *
 * @param value {@code ver_} and at least 22 letters and digits
 */
public record VerificationId(String value) {
  private static final Pattern FORM = Pattern.compile("ver_[0-9A-Za-z]{22,64}");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if it has another
   */
  public VerificationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A verification's id is ver_ and 22 or more letters and digits.");
    }
  }

  /** The id of a text that {@link #value} gave. */
  public static VerificationId of(String value) {
    return new VerificationId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
