package org.kycvs.signing.entity;

import java.util.regex.Pattern;

/**
 * Whom the answer is about, in a form that tells nobody who it is.
 *
 * @param pseudonym the same for one person and organisation, another for each other organisation
 * @param commitment base64url SHA-256 that the mobile and name as submitted can be shown to fit
 */
public record Subject(String pseudonym, String commitment) {
  private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final Pattern SHA_256 = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** Refuses anything that could be a name, a mobile or a registry reference. */
  public Subject {
    if (!PSEUDONYM.matcher(pseudonym).matches()) {
      throw new IllegalArgumentException("Not a pseudonym");
    }
    if (!SHA_256.matcher(commitment).matches()) {
      throw new IllegalArgumentException("Not a commitment");
    }
  }
}
