package org.kycvs.apikey.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What an API key may do. Each keyed call needs exactly one; the constant in lower case, with a
 * colon, is the word for it.
 */
public enum ApiKeyScope {
  /** Ask, have the code sent again, bring the code and get its answer, take the question back. */
  VERIFICATIONS_WRITE,
  /** Read one verification or list them, answers included. */
  VERIFICATIONS_READ,
  /** Fetch statement and receipt of a verification whose id is known; lists nothing. */
  STATEMENTS_READ,
  /** Add, change, test and remove webhook endpoints, roll their secrets, have events sent again. */
  WEBHOOKS_WRITE,
  /** Read webhook endpoints and their deliveries, which name verifications and their states. */
  WEBHOOKS_READ;

  /** The word for it, such as {@code verifications:write}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', ':');
  }

  /** The scope of a word, or empty if there is none. */
  public static Optional<ApiKeyScope> ofWire(String word) {
    return Arrays.stream(values()).filter(scope -> scope.wire().equals(word)).findFirst();
  }
}
