package org.kycvs.client.conformance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.kycvs.client.statement.Statements;

/** Makes what the vectors are made of, with keys of which one is a stranger's. */
final class VectorIssuer {
  static final int CLEAR = 41;
  static final int RECALLED = 42;

  private static final String LISTS = Statements.ISSUER + "/status-lists/1";

  final AuthorKey live = new AuthorKey("live");
  final AuthorKey retired = new AuthorKey("retired");
  final AuthorKey leaked = new AuthorKey("leaked");
  final AuthorKey test = new AuthorKey("test");
  final AuthorKey stranger = new AuthorKey("stranger");

  /** Changes good claims. */
  interface Change {
    void make(Map<String, Object> claims);
  }

  String signed(Change change) {
    return signed(live, header(live, ""), json(change));
  }

  static String signed(AuthorKey key, String header, String payload) {
    String input = Statements.unsigned(header, payload);
    return input + "." + Base64URL.encode(key.sign(input));
  }

  String test() {
    return signed(
        test,
        header(test, ""),
        json(
            claims -> {
              claims.put("iss", Statements.ISSUER + "/test");
              claims.put("mode", "test");
            }));
  }

  String listed(int index) {
    return signed(claims -> claims.put("statusList", members("uri", LISTS, "idx", index)));
  }

  /** By the retired key while it was in use, or so many days from then; good for two years. */
  String byRetired(int days) {
    Instant then = Instant.parse("2026-01-15T00:00:00Z").plusSeconds(86_400L * days);
    return signed(
        retired,
        header(retired, ""),
        json(
            claims -> {
              times(claims, then);
              claims.put("exp", Statements.EXPIRES.getEpochSecond());
            }));
  }

  static void times(Map<String, Object> claims, Instant issued) {
    claims.put("iat", issued.getEpochSecond());
    claims.put("exp", issued.plusSeconds(86_400).getEpochSecond());
    claims.put("asOf", issued.toString());
  }

  static void status(Map<String, Object> claims, int status) {
    claims.put("status", status);
    claims.put("meaning", status == 0 ? "not-vaccinated" : "partially-vaccinated");
  }

  static String json(Change change) {
    Map<String, Object> claims = Statements.goodClaims();
    change.make(claims);
    return JSONObjectUtils.toJSONString(claims);
  }

  static String header(AuthorKey key, String more) {
    return header("ES256", "kycvs-status+jwt", key, more);
  }

  static String header(String algorithm, String type, AuthorKey key, String more) {
    return "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"%s}"
        .formatted(algorithm, type, key.kid(), more);
  }

  String derSigned() {
    String input = Statements.unsigned(header(live, ""), json(claims -> {}));
    var parts = live.signature(input);
    try {
      byte[] der =
          new DERSequence(new ASN1Integer[] {new ASN1Integer(parts[0]), new ASN1Integer(parts[1])})
              .getEncoded();
      return input + "." + Base64URL.encode(der);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  String hmac(byte[] key) {
    String input =
        Statements.unsigned(header("HS256", "kycvs-status+jwt", live, ""), json(claims -> {}));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return input + "." + Base64URL.encode(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] der(AuthorKey key) {
    try {
      return key.jwk().toECPublicKey().getEncoded();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  static byte[] pem(AuthorKey key) {
    String base64 = java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der(key));
    return ("-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  static String flipped(String signature) {
    byte[] bytes = new Base64URL(signature).decode();
    bytes[10] ^= 1;
    return Base64URL.encode(bytes).toString();
  }

  /** 86 characters hold 4 bits more than 64 bytes. */
  static char spare(char last) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    return alphabet.charAt(alphabet.indexOf(last) + 1);
  }

  /** In this order, each time. */
  static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }

  Map<String, Object> metadata() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("issuer", Statements.ISSUER);
    metadata.put(
        "keys",
        List.of(
            members("kid", live.kid(), "activeFrom", "2026-06-01T00:00:00Z"),
            members(
                "kid",
                retired.kid(),
                "activeFrom",
                "2026-01-01T00:00:00Z",
                "activeTo",
                "2026-02-01T00:00:00Z"),
            members(
                "kid",
                leaked.kid(),
                "activeFrom",
                "2026-02-01T00:00:00Z",
                "activeTo",
                "2026-06-01T00:00:00Z",
                "compromisedAt",
                "2026-05-20T00:00:00Z")));
    metadata.put("testIssuer", Statements.ISSUER + "/test");
    metadata.put(
        "testKeys", List.of(members("kid", test.kid(), "activeFrom", "2026-01-01T00:00:00Z")));
    return metadata;
  }

  String statusList() {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("sub", LISTS);
    claims.put("iat", Statements.NOW.minusSeconds(1).getEpochSecond());
    claims.put("ttl", 2);
    claims.put("status_list", members("bits", 1, "lst", Statements.statusBits(1024, RECALLED)));
    return signed(
        live, header("ES256", "statuslist+jwt", live, ""), JSONObjectUtils.toJSONString(claims));
  }

  /** All keys but the stranger's. */
  JWKSet jwks() {
    return new JWKSet(List.of(live.jwk(), retired.jwk(), leaked.jwk(), test.jwk()));
  }
}
