package org.kycvs.client.statement;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/** Statements, good and bad, by an issuer whose private key the tests have. */
public final class Statements {
  /** Live, for and answering whomever. */
  static final Expected ANYTHING = Expected.anyAudience().anyNonce().live();

  public static final Instant ISSUED = Instant.parse("2026-11-21T09:30:00Z");
  public static final Instant EXPIRES = Instant.parse("2026-11-22T09:30:00Z");
  public static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  public static final String ISSUER = "https://kycvs.example";
  public static final String ORGANISATION = "org_0123456789abcdefghijkl";
  public static final String NONCE = "nonce-1234";

  private final ECKey key;

  private Statements(ECKey key) {
    this.key = key;
  }

  /** An issuer with a new key of its own. */
  public static Statements newIssuer() {
    try {
      return new Statements(new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  public String kid() {
    return key.getKeyID();
  }

  public String jwks() {
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

  public String good() {
    return signed(goodClaims());
  }

  /** The good statement with one claim replaced. */
  public String goodBut(String claim, Object value) {
    Map<String, Object> claims = goodClaims();
    claims.put(claim, value);
    return signed(claims);
  }

  /** The good statement without one claim. */
  public String goodWithout(String claim) {
    Map<String, Object> claims = goodClaims();
    claims.remove(claim);
    return signed(claims);
  }

  public String signed(Map<String, Object> claims) {
    return signed(header("ES256", "kycvs-status+jwt"), JSONObjectUtils.toJSONString(claims));
  }

  public String header(String algorithm, String type) {
    return "{\"alg\":\"" + algorithm + "\",\"typ\":\"" + type + "\",\"kid\":\"" + kid() + "\"}";
  }

  /** Any header and payload, signed rightly. */
  public String signed(String header, String payload) {
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

  public static String unsigned(String header, String payload) {
    return Base64URL.encode(header) + "." + Base64URL.encode(payload);
  }

  public static Map<String, Object> goodClaims() {
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

  /** The list of a status list token: bits of which some are set. */
  public static String statusBits(int size, int... set) {
    byte[] bits = new byte[size / Byte.SIZE];
    for (int index : set) {
      bits[index / Byte.SIZE] |= (byte) (1 << index % Byte.SIZE);
    }
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(compressed)) {
      out.write(bits);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return Base64URL.encode(compressed.toByteArray()).toString();
  }
}
