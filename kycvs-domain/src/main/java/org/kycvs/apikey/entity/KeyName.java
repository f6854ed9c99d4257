package org.kycvs.apikey.entity;

import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/**
 * What an organisation calls a key of one mode, such as {@code front desk}. A key that is rolled
 * hands its name on; at most two live keys have the same.
 *
 * @param name 1 to 60 characters
 */
public record KeyName(OrganisationId organisation, Mode mode, String name) {
  private static final int LONGEST = 60;

  /** Refuses a name that {@link #isName} does. */
  public KeyName {
    if (!isName(name)) {
      throw new IllegalArgumentException("Not a name of 1 to 60 characters");
    }
  }

  /** Whether a text may be a key's name: 1 to 60 characters, not all blank, no controls. */
  public static boolean isName(String text) {
    return !text.isBlank()
        && text.codePointCount(0, text.length()) <= LONGEST
        && text.codePoints().noneMatch(Character::isISOControl);
  }
}
