package org.kycvs.client.statement;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The published keys that whoever checks has chosen to trust, by kid. Statements cannot bring keys
 * along: {@code jwk}, {@code jku}, {@code x5c} and the like in a header are not looked at.
 */
public final class KnownKeys {
  private final Map<String, ECPublicKey> keys;

  private KnownKeys(Map<String, ECPublicKey> keys) {
    this.keys = Map.copyOf(keys);
  }

  /**
   * Reads a JWK set (RFC 7517 section 5). Keys of other kinds and uses are passed over, as the RFC
   * says.
   *
   * @throws ParseException if it is no JWK set, or two keys have one kid; the message says which
   */
  public static KnownKeys parse(String jwks) throws ParseException {
    JWKSet set;
    try {
      set = JWKSet.parse(StrictJson.object(jwks));
    } catch (ParseException e) {
      throw new ParseException("it is not a JWK set", 0);
    }
    Map<String, ECPublicKey> keys = new HashMap<>();
    for (JWK jwk : set.getKeys()) {
      if (canCheckStatements(jwk) && keys.put(jwk.getKeyID(), publicKey(jwk.toECKey())) != null) {
        throw new ParseException("two keys in it have the same kid", 0);
      }
    }
    return new KnownKeys(keys);
  }

  private static boolean canCheckStatements(JWK jwk) {
    return jwk instanceof ECKey ec
        && Curve.P_256.equals(ec.getCurve())
        && jwk.getKeyID() != null
        && !KeyUse.ENCRYPTION.equals(jwk.getKeyUse());
  }

  private static ECPublicKey publicKey(ECKey key) throws ParseException {
    try {
      return key.toECPublicKey();
    } catch (JOSEException e) {
      throw new ParseException("a key in it is not on its curve", 0);
    }
  }

  Optional<ECPublicKey> find(String kid) {
    return Optional.ofNullable(keys.get(kid));
  }
}
