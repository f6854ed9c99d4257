package org.kycvs.signing.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.entity.ClaimSet;
import org.kycvs.signing.entity.CompactJws;
import org.kycvs.signing.entity.SignedType;
import org.kycvs.signing.entity.SigningKey;

class SignerTest {
  private final KeyWrapping wrapping =
      new KeyWrapping(MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
  private final SigningKey key = wrapping.fresh(Mode.LIVE, Instant.parse("2026-11-21T09:30:00Z"));
  private final Signer signer = wrapping.unwrap(key);
  private final ClaimSet claims = ClaimSet.empty().with("iss", "https://a.example").with("n", 1);

  @Test
  void sign_statement_checksWithThePublishedKey() throws Exception {
    JWSObject jws = JWSObject.parse(signer.sign(SignedType.STATEMENT, claims).value());
    assertTrue(jws.verify(new ECDSAVerifier(ECKey.parse(key.publicJwk()))));
    assertEquals("{\"iss\":\"https://a.example\",\"n\":1}", jws.getPayload().toString());
  }

  @Test
  void sign_statement_headerHasAlgTypAndKidOnly() throws Exception {
    JWSObject jws = JWSObject.parse(signer.sign(SignedType.STATEMENT, claims).value());
    assertEquals(
        java.util.Map.of("alg", "ES256", "typ", "kycvs-status+jwt", "kid", key.kid()),
        jws.getHeader().toJSONObject());
  }

  @Test
  void sign_receipt_saysSoInItsType() throws Exception {
    CompactJws receipt = signer.sign(SignedType.RECEIPT, claims);
    assertEquals(
        "kycvs-receipt+jwt", JWSObject.parse(receipt.value()).getHeader().getType().getType());
  }
}
