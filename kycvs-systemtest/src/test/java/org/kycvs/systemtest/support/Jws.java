package org.kycvs.systemtest.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;

/**
 * A signed document as its receiver reads it.
 *
 * @param compact its text
 * @param jwt the same, parsed
 */
public record Jws(String compact, SignedJWT jwt) {

  /** Reads one. */
  public static Jws parse(String compact) {
    try {
      return new Jws(compact, SignedJWT.parse(compact));
    } catch (ParseException e) {
      throw new AssertionError("Not a JWS: " + compact, e);
    }
  }

  /** The header. */
  public JsonNode header() {
    return Json.read(jwt.getHeader().toString());
  }

  /** The claims. */
  public JsonNode claims() {
    return Json.read(jwt.getPayload().toString());
  }

  /** The key of the set that it names. */
  public JWK key(String jwks) {
    try {
      JWK key = JWKSet.parse(jwks).getKeyByKeyId(jwt.getHeader().getKeyID());
      if (key == null) {
        throw new AssertionError("The key " + jwt.getHeader().getKeyID() + " is not in " + jwks);
      }
      return key;
    } catch (ParseException e) {
      throw new AssertionError("Not a JWK set: " + jwks, e);
    }
  }

  /** Whether its key in the set signed it. */
  public boolean isSignedBy(String jwks) {
    try {
      return jwt.verify(new ECDSAVerifier(key(jwks).toECKey()));
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  /** Base64url SHA-256 of its text. */
  public String hash() {
    return base64Url(sha256(compact.getBytes(StandardCharsets.US_ASCII)));
  }

  /** SHA-256. */
  public static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Base64url without padding. */
  public static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
