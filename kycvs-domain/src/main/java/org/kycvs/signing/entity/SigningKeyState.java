package org.kycvs.signing.entity;

import java.util.Locale;

/** Where a signing key is in its life; it only moves forward. */
public enum SigningKeyState {
  /** Published, but signs nothing yet. */
  PENDING,
  /** Signs; one a mode. */
  ACTIVE,
  /** Signs nothing more; published for ever, so that what it signed can be checked. */
  RETIRED;

  /** The word in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static SigningKeyState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
