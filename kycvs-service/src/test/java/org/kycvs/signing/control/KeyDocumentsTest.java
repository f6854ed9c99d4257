package org.kycvs.signing.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.entity.Issuer;
import org.kycvs.signing.entity.SigningKey;
import org.kycvs.signing.entity.SigningSettings;

class KeyDocumentsTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

  private final KeyWrapping wrapping =
      new KeyWrapping(MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
  private final SigningKey retired = wrapping.fresh(Mode.LIVE, NOW);
  private final SigningKey active = wrapping.fresh(Mode.LIVE, NOW);
  private final SigningKey pending = wrapping.fresh(Mode.LIVE, NOW);
  private final List<SigningKey> keys = List.of(retired, active, pending);

  KeyDocumentsTest() {
    retired.activate(NOW);
    retired.retire(NOW.plusSeconds(60));
    active.activate(NOW.plusSeconds(60));
  }

  @Test
  void keySet_keysInEveryState_publishesTheirPublicMembersOnly() throws Exception {
    Map<String, Object>[] published =
        JSONObjectUtils.getJSONObjectArray(
            JSONObjectUtils.parse(new KeySet(keys).toJson()), "keys");
    assertEquals(3, published.length);
    for (int i = 0; i < published.length; i++) {
      assertEquals(Set.of("kty", "crv", "x", "y", "kid", "use", "alg"), published[i].keySet());
      assertEquals(keys.get(i).kid(), published[i].get("kid"));
      assertEquals("sig", published[i].get("use"));
      assertEquals("ES256", published[i].get("alg"));
    }
  }

  @Test
  void metadata_keysThatEverSigned_haveTheirTimes() throws Exception {
    SigningSettings settings = new SigningSettings(Issuer.live("https://kycvs.example"));
    Map<String, Object> document =
        JSONObjectUtils.parse(new IssuerMetadata(settings, keys, List.of()).toJson());
    assertEquals("https://kycvs.example", document.get("issuer"));
    assertEquals("https://kycvs.example/.well-known/jwks.json", document.get("jwksUri"));
    assertEquals("https://kycvs.example/test", document.get("testIssuer"));
    assertEquals(
        List.of(
            Map.of(
                "kid", retired.kid(),
                "activeFrom", "2026-11-21T09:30:00Z",
                "activeTo", "2026-11-21T09:31:00Z"),
            Map.of("kid", active.kid(), "activeFrom", "2026-11-21T09:31:00Z")),
        document.get("keys"));
  }
}
