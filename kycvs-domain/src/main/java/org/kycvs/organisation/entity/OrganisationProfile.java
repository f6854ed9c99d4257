package org.kycvs.organisation.entity;

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

  /** Refuses texts that {@link #isText} does. */
  public OrganisationProfile {
    if (!isText(legalName, LONGEST)
        || !isText(shortName, LONGEST_SHORT_NAME)
        || !isText(contact, LONGEST)) {
      throw new IllegalArgumentException("A text is blank, too long or has control characters");
    }
  }

  /** Whether a text can be shown to people: not blank, not too long, without controls. */
  public static boolean isText(String text, int longest) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= longest
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
