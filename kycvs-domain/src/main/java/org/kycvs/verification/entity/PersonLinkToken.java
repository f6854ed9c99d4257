package org.kycvs.verification.entity;

import java.util.regex.Pattern;

/**
 * What the links of a person's second message end in. Whoever has it may read the receipt and say
 * "not me", so it is kept nowhere and never prints itself.
 *
 * @param value 22 base62 characters, at least 128 bits
 */
public record PersonLinkToken(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9A-Za-z]{22}");

  /** Refuses what is none. */
  public PersonLinkToken {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not the token of a link");
    }
  }

  @Override
  public String toString() {
    return "PersonLinkToken(secret)";
  }
}
