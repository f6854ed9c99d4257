package org.kycvs.notification.entity;

import java.util.Locale;

/**
 * What differs from one message of a template to the next. Indian registration (DLT) allows 40
 * characters for each. The constant's name with hyphens is what texts call it, in braces.
 */
public enum SmsVariable {
  /** The six digits. */
  CODE(6),
  /** The short name of whoever asks. */
  ORGANISATION(30),
  /** Why it asks, in the text's language. */
  PURPOSE(40),
  /** How long the code may be used. */
  MINUTES(2),
  /** The last part of a link: 22 letters and digits. */
  LINK(22),
  /** The host of the page that our page is a part of. */
  VERIFIER_HOST(40);

  private final int longest;

  SmsVariable(int longest) {
    this.longest = longest;
  }

  /** What texts call it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How many characters it may have, counted as UTF-16 units, as an SMS counts them. */
  public int longest() {
    return longest;
  }

  /**
   * The value, if it is none that could break the text.
   *
   * @throws IllegalArgumentException if it is empty, too long, or has line breaks or other controls
   */
  String checked(String value) {
    if (value.isEmpty() || value.length() > longest || value.chars().anyMatch(this::isControl)) {
      throw new IllegalArgumentException("Not a value for " + id() + " in an SMS");
    }
    return value;
  }

  private boolean isControl(int character) {
    return Character.isISOControl(character)
        || Character.getType(character) == Character.LINE_SEPARATOR
        || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
  }
}
