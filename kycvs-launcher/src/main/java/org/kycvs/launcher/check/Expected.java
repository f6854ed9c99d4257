package org.kycvs.launcher.check;

import java.util.Optional;

/**
 * What the one who checks knows beforehand. What is empty is not compared.
 *
 * @param issuer who must have issued it; when empty, the metadata's issuer if there is metadata
 * @param audience for which organisation it must have been made
 * @param nonce which question it must answer
 * @param allowTest whether a statement about an invented person will do
 */
public record Expected(
    Optional<String> issuer, Optional<String> audience, Optional<String> nonce, boolean allowTest) {

  /** A live statement by and for anybody. */
  public static Expected nothing() {
    return new Expected(Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** The same, but made for this organisation. */
  public Expected withAudience(String organisation) {
    return new Expected(issuer, Optional.of(organisation), nonce, allowTest);
  }

  /** The same, but issued by this issuer. */
  public Expected withIssuer(String uri) {
    return new Expected(Optional.of(uri), audience, nonce, allowTest);
  }

  /** The same, but answering the question with this nonce. */
  public Expected withNonce(String value) {
    return new Expected(issuer, audience, Optional.of(value), allowTest);
  }

  /** The same, but a statement about an invented person will do. */
  public Expected allowingTest() {
    return new Expected(issuer, audience, nonce, true);
  }
}
