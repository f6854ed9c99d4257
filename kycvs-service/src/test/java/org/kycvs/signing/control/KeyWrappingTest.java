package org.kycvs.signing.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.entity.SigningKey;

class KeyWrappingTest {
  private static final MasterKey MASTER =
      MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00Z");

  private final KeyWrapping wrapping = new KeyWrapping(MASTER);

  /** RFC 7638 section 3.1. */
  @Test
  void thumbprint_workedExampleOfTheStandard_isTheSame() throws Exception {
    JWK example =
        JWK.parse(
            "{\"kty\":\"RSA\",\"n\":\"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAt"
                + "VT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXA"
                + "rwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6"
                + "qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xB"
                + "niIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw\",\"e\":\"AQAB\",\"alg\":\"RS256\","
                + "\"kid\":\"2011-04-29\"}");
    assertEquals(
        "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", example.computeThumbprint().toString());
  }

  @Test
  void fresh_always_isNamedByTheThumbprintOfItsPublicKey() throws Exception {
    SigningKey key = wrapping.fresh(Mode.LIVE, NOW);
    ECKey jwk = ECKey.parse(key.publicJwk());
    String canonical =
        "{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\""
            + jwk.getX()
            + "\",\"y\":\""
            + jwk.getY()
            + "\"}";
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
    assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(digest), key.kid());
    assertFalse(jwk.isPrivate());
  }

  @Test
  void unwrap_whatWasMadeFresh_signsWithItsKid() {
    SigningKey key = wrapping.fresh(Mode.LIVE, NOW);
    assertEquals(key.kid(), wrapping.unwrap(key).kid());
  }

  @Test
  void unwrap_testKeyMovedToLive_isRefused() {
    SigningKey test = wrapping.fresh(Mode.TEST, NOW);
    SigningKey moved =
        SigningKey.pending(test.kid(), Mode.LIVE, test.publicJwk(), test.privateKeySealed(), NOW);
    assertThrows(IllegalStateException.class, () -> wrapping.unwrap(moved));
  }

  @Test
  void unwrap_anotherKeysRow_isRefused() {
    SigningKey one = wrapping.fresh(Mode.LIVE, NOW);
    SigningKey other = wrapping.fresh(Mode.LIVE, NOW);
    SigningKey moved =
        SigningKey.pending(one.kid(), Mode.LIVE, one.publicJwk(), other.privateKeySealed(), NOW);
    assertThrows(IllegalStateException.class, () -> wrapping.unwrap(moved));
  }
}
