package org.kycvs.client.conformance;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;

/**
 * A checker written by itself, as somebody else might, with one fault. Its faults are those that
 * were found in the field: see RFC 8725, section 2.
 */
@NullUnmarked
final class BrokenChecker implements CheckerUnderTest {
  private static final long SKEW = 60;
  private static final Pattern BASE64URL = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern TOKEN = Pattern.compile("[{}]|\"([^\"]*)\":");
  private static final List<String> MEANINGS =
      List.of("not-vaccinated", "partially-vaccinated", "fully-vaccinated");

  /** What such a checker forgets, or does too well. */
  enum Fault {
    NONE,
    LOOKS_AT_NO_SIGNATURE,
    TAKES_ALGORITHM_NONE,
    TAKES_PUBLIC_KEY_AS_HMAC_SECRET,
    TRUSTS_THE_KEY_IN_THE_HEADER,
    TAKES_DER_SIGNATURES,
    FORGETS_EXPIRY,
    HAS_NO_CLOCK_SKEW,
    FORGETS_TIME_OF_ISSUE,
    FORGETS_AUDIENCE,
    FORGETS_NONCE,
    FORGETS_ISSUER_OF_KEY,
    FORGETS_TEST_MODE,
    FORGETS_RECALL,
    FORGETS_COMPROMISED_KEYS,
    FORGETS_TIMES_OF_KEYS,
    TAKES_RECEIPTS,
    IGNORES_CRITICAL_EXTENSIONS,
    READS_DUPLICATE_CLAIMS,
    DECODES_LENIENTLY,
    TRUSTS_THE_MEANING_ALONE,
    REFUSES_UNKNOWN_CLAIMS
  }

  private final Fault fault;

  BrokenChecker(Fault fault) {
    this.fault = fault;
  }

  @Override
  public Verdict check(TestVector vector, Published published) throws IOException {
    try {
      return verdict(vector, published);
    } catch (ParseException | GeneralSecurityException | RuntimeException e) {
      return Verdict.refused("malformed");
    }
  }

  private Verdict verdict(TestVector vector, Published published)
      throws ParseException, GeneralSecurityException, IOException {
    String[] parts = vector.statement().strip().split("\\.", -1);
    boolean lenient = fault == Fault.DECODES_LENIENTLY;
    if (parts.length != 3 || !lenient && !isStrict(vector.statement(), parts)) {
      return Verdict.refused("malformed");
    }
    Map<String, Object> header = object(text(parts[0]));
    String algorithm = (String) header.get("alg");
    boolean unsigned =
        fault == Fault.LOOKS_AT_NO_SIGNATURE
            || fault == Fault.TAKES_ALGORITHM_NONE && algorithm.equalsIgnoreCase("none");
    boolean hmac = fault == Fault.TAKES_PUBLIC_KEY_AS_HMAC_SECRET && algorithm.equals("HS256");
    if (!algorithm.equals("ES256") && !unsigned && !hmac) {
      return Verdict.refused("signature-invalid");
    }
    if (header.containsKey("crit") && fault != Fault.IGNORES_CRITICAL_EXTENSIONS
        || !"kycvs-status+jwt".equals(header.get("typ")) && fault != Fault.TAKES_RECEIPTS) {
      return Verdict.refused("malformed");
    }
    String kid = (String) header.get("kid");
    JWK key = JWKSet.parse(published.jwks()).getKeyByKeyId(kid);
    if (fault == Fault.TRUSTS_THE_KEY_IN_THE_HEADER && header.containsKey("jwk")) {
      key = JWK.parse(JSONObjectUtils.getJSONObject(header, "jwk"));
    }
    if (key == null) {
      return Verdict.refused("key-unknown");
    }
    String input = parts[0] + "." + parts[1];
    boolean signed = hmac ? isHmac(key, input, parts[2]) : isSigned(key, input, parts[2]);
    if (!unsigned && !signed) {
      return Verdict.refused("signature-invalid");
    }
    return weighed(vector, published, kid, object(text(parts[1])));
  }

  private static boolean isStrict(String statement, String[] parts) {
    if (!statement.equals(statement.strip())) {
      return false;
    }
    for (String part : parts) {
      if (!part.isEmpty()
          && (!BASE64URL.matcher(part).matches()
              || !Base64.getUrlEncoder()
                  .withoutPadding()
                  .encodeToString(bytes(part))
                  .equals(part))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSigned(JWK key, String input, String signature)
      throws GeneralSecurityException, ParseException {
    byte[] bytes = bytes(signature);
    boolean der = fault == Fault.TAKES_DER_SIGNATURES && bytes.length != 64;
    Signature check =
        Signature.getInstance(der ? "SHA256withECDSA" : "SHA256withECDSAinP1363Format");
    try {
      check.initVerify(((ECKey) key).toECPublicKey());
      check.update(input.getBytes(StandardCharsets.US_ASCII));
      return check.verify(bytes);
    } catch (com.nimbusds.jose.JOSEException | java.security.SignatureException e) {
      return false;
    }
  }

  private static boolean isHmac(JWK key, String input, String signature)
      throws GeneralSecurityException {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(((ECKey) key).toECPublicKey().getEncoded(), "HmacSHA256"));
      return MessageDigest.isEqual(
          mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)), bytes(signature));
    } catch (com.nimbusds.jose.JOSEException e) {
      return false;
    }
  }

  private Verdict weighed(
      TestVector vector, Published published, String kid, Map<String, Object> claims)
      throws ParseException, IOException {
    List<String> reasons = new ArrayList<>();
    Map<String, Object> metadata = JSONObjectUtils.parse(published.metadata());
    boolean testKey = names(metadata, "testKeys", kid) != null;
    Map<String, Object> times = names(metadata, testKey ? "testKeys" : "keys", kid);
    long issued = ((Number) claims.get("iat")).longValue();
    long expires = ((Number) claims.get("exp")).longValue();
    int status = ((Number) claims.get("status")).intValue();
    int told = MEANINGS.indexOf(claims.get("meaning"));
    boolean contradicts = status != told && fault != Fault.TRUSTS_THE_MEANING_ALONE;
    if (contradicts
        || told < 0
        || expires <= issued
        || !(claims.get("aud") instanceof String)
        || !List.of("live", "test").contains(claims.get("mode"))
        || fault == Fault.REFUSES_UNKNOWN_CLAIMS && claims.containsKey("later")) {
      return Verdict.refused("malformed");
    }
    if (!isInUse(times, issued) && fault != Fault.FORGETS_TIMES_OF_KEYS
        || times.containsKey("compromisedAt") && fault != Fault.FORGETS_COMPROMISED_KEYS) {
      return Verdict.refused("key-unknown");
    }
    long now = vector.at().getEpochSecond();
    long skew = fault == Fault.HAS_NO_CLOCK_SKEW ? 0 : SKEW;
    String issuer = (String) metadata.get(testKey ? "testIssuer" : "issuer");
    boolean issuerCounts = fault != Fault.FORGETS_ISSUER_OF_KEY;
    note(reasons, "issuer-wrong", issuerCounts && !issuer.equals(claims.get("iss")));
    note(reasons, "expired", fault != Fault.FORGETS_EXPIRY && now >= expires + skew);
    note(reasons, "not-yet-valid", fault != Fault.FORGETS_TIME_OF_ISSUE && issued > now + skew);
    note(
        reasons,
        "audience-wrong",
        fault != Fault.FORGETS_AUDIENCE
            && vector.audience().isPresent()
            && !vector.audience().get().equals(claims.get("aud")));
    note(
        reasons,
        "nonce-wrong",
        fault != Fault.FORGETS_NONCE
            && vector.nonce().isPresent()
            && !vector.nonce().get().equals(claims.get("nonce")));
    note(
        reasons,
        "test-mode",
        fault != Fault.FORGETS_TEST_MODE
            && !vector.allowTest()
            && (claims.get("mode").equals("test")
                || ((String) claims.get("iss")).endsWith("/test")));
    note(reasons, "recalled", fault != Fault.FORGETS_RECALL && isRecalled(claims, published));
    return reasons.isEmpty() ? Verdict.VALID : Verdict.refused(reasons);
  }

  private static boolean isInUse(Map<String, Object> times, long issued) {
    long from = Instant.parse((String) times.get("activeFrom")).getEpochSecond();
    Object to = times.get("activeTo");
    return issued >= from - SKEW
        && (to == null || issued <= Instant.parse((String) to).getEpochSecond() + SKEW);
  }

  private static boolean isRecalled(Map<String, Object> claims, Published published)
      throws ParseException, IOException {
    Map<String, Object> entry = JSONObjectUtils.getJSONObject(claims, "statusList");
    if (entry == null) {
      return false;
    }
    int index = ((Number) entry.get("idx")).intValue();
    if (index < 0) {
      throw new ParseException("no place in the list", 0);
    }
    String payload = text(published.statusLists().get(0).split("\\.", -1)[1]);
    Map<String, Object> list =
        JSONObjectUtils.getJSONObject(JSONObjectUtils.parse(payload), "status_list");
    byte[] bits =
        new InflaterInputStream(new ByteArrayInputStream(bytes((String) list.get("lst"))))
            .readAllBytes();
    return (bits[index / 8] >> index % 8 & 1) == 1;
  }

  private static Map<String, Object> names(Map<String, Object> metadata, String list, String kid)
      throws ParseException {
    for (Map<String, Object> key : JSONObjectUtils.getJSONObjectArray(metadata, list)) {
      if (kid.equals(key.get("kid"))) {
        return key;
      }
    }
    return null;
  }

  private static void note(List<String> reasons, String reason, boolean applies) {
    if (applies) {
      reasons.add(reason);
    }
  }

  private Map<String, Object> object(String json) throws ParseException {
    if (fault != Fault.READS_DUPLICATE_CLAIMS) {
      refuseDuplicates(json);
      return JSONObjectUtils.parse(json);
    }
    return JSONObjectUtils.parse(json.replaceFirst("\"status\":0,\"meaning\":\"[a-z-]+\",", ""));
  }

  private static void refuseDuplicates(String json) throws ParseException {
    Deque<Set<String>> open = new ArrayDeque<>();
    for (Matcher token = TOKEN.matcher(json); token.find(); ) {
      if (token.group().equals("{")) {
        open.push(new HashSet<>());
      } else if (token.group().equals("}")) {
        open.pop();
      } else if (token.group(1) != null && !open.getFirst().add(token.group(1))) {
        throw new ParseException("twice", 0);
      }
    }
  }

  private static String text(String part) {
    return new String(bytes(part), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String part) {
    return Base64.getUrlDecoder().decode(part.replaceAll("=+$", ""));
  }
}
