package org.kycvs.organisation.entity;

import java.util.regex.Pattern;

/**
 * How an organisation is known to people.
 *
 * @param legalName the name that contracts and receipts carry: 1 to 200 characters
 * @param shortName the name in the SMS: 1 to 30 characters
 * @param contact where people can write to it: 1 to 200 characters
 */
public record OrganisationProfile(String legalName, String shortName, String contact) {
  /** Longest legal name and contact, in characters. */
  public static final int LONGEST = 200;

  /** Longest short name, in characters: a variable of an SMS template has 40. */
  public static final int LONGEST_SHORT_NAME = 30;

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}[\\p{Cf}&&[^\u200C\u200D]]]");

  /** Refuses texts that {@link #isText} does. */
  public OrganisationProfile {
    if (!isText(legalName, LONGEST)
        || !isText(shortName, LONGEST_SHORT_NAME)
        || !isText(contact, LONGEST)) {
      throw new IllegalArgumentException("A text is blank, too long or has control characters");
    }
  }

  /**
   * Whether a text can be shown to people, in an SMS too: not blank, at most so many UTF-16 units,
   * on one line, and without what is not seen, such as marks that turn the direction of what
   * follows. Joiners are allowed: Indic words and Urdu need them.
   */
  public static boolean isText(String text, int longest) {
    return !text.isBlank() && text.length() <= longest && !UNSEEN.matcher(text).find();
  }
}
