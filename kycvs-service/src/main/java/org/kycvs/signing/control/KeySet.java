package org.kycvs.signing.control;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.List;
import org.kycvs.signing.entity.SigningKey;

/**
 * The published public keys of one mode, in every state: pending ones so that checkers know them in
 * time, retired ones so that what they signed can be checked for ever.
 *
 * @param keys the keys, in the order to publish
 */
public record KeySet(List<SigningKey> keys) {
  private static final boolean PUBLIC_MEMBERS_ONLY = true;

  /** As a JWK set (RFC 7517 section 5) with public members only. */
  public String toJson() {
    List<JWK> published = keys.stream().map(KeySet::publicJwk).toList();
    return new JWKSet(published).toString(PUBLIC_MEMBERS_ONLY);
  }

  private static JWK publicJwk(SigningKey key) {
    try {
      return JWK.parse(key.publicJwk()).toPublicJWK();
    } catch (ParseException e) {
      throw new IllegalStateException("Signing key " + key.kid() + " has no public JWK", e);
    }
  }
}
