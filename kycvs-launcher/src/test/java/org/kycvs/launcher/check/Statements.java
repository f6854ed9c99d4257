package org.kycvs.launcher.check;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Statements, good and bad, by an issuer whose private key the tests have. */
final class Statements {
  static final Instant ISSUED = Instant.parse("2026-11-21T09:30:00Z");
  static final Instant EXPIRES = Instant.parse("2026-11-22T09:30:00Z");
  static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  static final String ISSUER = "https://kycvs.example";
  static final String ORGANISATION = "org_0123456789abcdefghijkl";
  static final String NONCE = "nonce-1234";

  private final ECKey key;

  private Statements(ECKey key) {
    this.key = key;
  }

  /** An issuer with a new key of its own. */
  static Statements newIssuer() {
    try {
      return new Statements(new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  String kid() {
    return key.getKeyID();
  }

  String jwks() {
    return new JWKSet(key).toString(true);
  }

  byte[] publicKeyBytes() {
    try {
      return key.toECPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  KnownKeys keys() {
    try {
      return KnownKeys.parse(jwks());
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  String good() {
    return signed(goodClaims());
  }

  /** The good statement with one claim replaced. */
  String goodBut(String claim, Object value) {
    Map<String, Object> claims = goodClaims();
    claims.put(claim, value);
    return signed(claims);
  }

  /** The good statement without one claim. */
  String goodWithout(String claim) {
    Map<String, Object> claims = goodClaims();
    claims.remove(claim);
    return signed(claims);
  }

  String signed(Map<String, Object> claims) {
    return signed(header("ES256", "kycvs-status+jwt"), JSONObjectUtils.toJSONString(claims));
  }

  String header(String algorithm, String type) {
    return "{\"alg\":\"" + algorithm + "\",\"typ\":\"" + type + "\",\"kid\":\"" + kid() + "\"}";
  }

  /** Any header and payload, signed rightly. */
  String signed(String header, String payload) {
    String input = unsigned(header, payload);
    try {
      Base64URL signature =
          new ECDSASigner(key)
              .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII));
      return input + "." + signature;
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static String unsigned(String header, String payload) {
    return Base64URL.encode(header) + "." + Base64URL.encode(payload);
  }

  static Map<String, Object> goodClaims() {
    String id = "0123456789abcdefghijkl";
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", ORGANISATION);
    claims.put("iat", ISSUED.getEpochSecond());
    claims.put("exp", EXPIRES.getEpochSecond());
    claims.put("jti", "stm_" + id);
    claims.put("txn", "ver_" + id);
    claims.put("nonce", NONCE);
    claims.put("sub", "pseudonym-of-person-1");
    claims.put("purpose", "hotel-check-in");
    claims.put("status", 2);
    claims.put("meaning", "fully-vaccinated");
    claims.put("rule", "in-2026-1");
    claims.put("asOf", "2026-11-21T09:29:59.987654Z");
    claims.put("mode", "live");
    claims.put("method", "code-told");
    claims.put("receipt", "rcp_" + id);
    claims.put("receiptHash", "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg");
    claims.put("subjectCommitment", "n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg");
    return claims;
  }
}
