package org.kycvs.organisation.entity;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A purpose that organisations may be approved for.
 *
 * @param code the word for it on the wire, such as {@code hotel-check-in}
 * @param text what the person reads: 1 to 40 characters
 * @param maximumValidity the longest time for which an answer may be used: a minute to a year
 */
public record NewPurpose(String code, String text, Duration maximumValidity) {
  /** Longest text, in characters. */
  public static final int LONGEST_TEXT = 40;

  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(365);

  /** Refuses what none can be. */
  public NewPurpose {
    if (!isCode(code) || !isReadable(text) || !isValidity(maximumValidity)) {
      throw new IllegalArgumentException("Not a purpose");
    }
  }

  /** Whether a text is a code: a small letter, then up to 39 small letters, digits and hyphens. */
  public static boolean isCode(String code) {
    return CODE.matcher(code).matches();
  }

  /** Whether it can be what people read of a purpose, in whichever language. */
  public static boolean isReadable(String text) {
    return OrganisationProfile.isText(text, LONGEST_TEXT);
  }

  /** Whether answers may be used for so long: a minute to 365 days, in whole seconds. */
  public static boolean isValidity(Duration validity) {
    return validity.compareTo(SHORTEST) >= 0
        && validity.compareTo(LONGEST) <= 0
        && validity.getNano() == 0;
  }
}
