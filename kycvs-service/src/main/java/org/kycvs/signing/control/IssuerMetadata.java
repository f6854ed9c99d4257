package org.kycvs.signing.control;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.entity.SignedType;
import org.kycvs.signing.entity.SigningKey;
import org.kycvs.signing.entity.SigningSettings;

/**
 * What checkers need to know about us besides the keys themselves: who the issuers are, and between
 * which times each key signed.
 *
 * @param settings who the issuers are
 * @param liveKeys the live issuer's keys
 * @param testKeys the test issuer's keys
 */
public record IssuerMetadata(
    SigningSettings settings, List<SigningKey> liveKeys, List<SigningKey> testKeys) {

  /** As {@code kycvs.json} has it; times are RFC 3339 in UTC. */
  public String toJson() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issuer", settings.issuer(Mode.LIVE).value());
    document.put("jwksUri", settings.issuer(Mode.LIVE).jwksUri());
    document.put("keys", times(liveKeys));
    document.put("testIssuer", settings.issuer(Mode.TEST).value());
    document.put("testJwksUri", settings.issuer(Mode.TEST).jwksUri());
    document.put("testKeys", times(testKeys));
    document.put("statementType", SignedType.STATEMENT.typ());
    document.put("receiptType", SignedType.RECEIPT.typ());
    document.put("algorithms", List.of(SigningKey.ES256));
    return JSONObjectUtils.toJSONString(document);
  }

  /** A key that was never active has no times, and nothing that it could have signed. */
  private static List<Map<String, Object>> times(List<SigningKey> keys) {
    return keys.stream()
        .filter(key -> key.activeFrom().isPresent())
        .map(IssuerMetadata::of)
        .toList();
  }

  private static Map<String, Object> of(SigningKey key) {
    Map<String, Object> times = new LinkedHashMap<>();
    times.put("kid", key.kid());
    key.activeFrom().ifPresent(at -> times.put("activeFrom", at.toString()));
    key.activeTo().ifPresent(at -> times.put("activeTo", at.toString()));
    key.compromisedAt().ifPresent(at -> times.put("compromisedAt", at.toString()));
    return times;
  }
}
