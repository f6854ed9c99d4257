package org.kycvs.signing.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.JSONObjectUtils;
import org.kycvs.signing.entity.ClaimSet;
import org.kycvs.signing.entity.CompactJws;
import org.kycvs.signing.entity.SignedType;

/** An unwrapped ES256 key that signs. Safe for use by many threads; it prints no secret. */
public final class Signer {
  private final String kid;
  private final ECDSASigner ecdsa;

  Signer(ECKey privateJwk) throws JOSEException {
    this.kid = privateJwk.getKeyID();
    this.ecdsa = new ECDSASigner(privateJwk);
  }

  /** The key's RFC 7638 thumbprint. */
  public String kid() {
    return kid;
  }

  /** Signs the claims as what the type says: JWS in compact serialisation (RFC 7515). */
  public CompactJws sign(SignedType type, ClaimSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .type(new JOSEObjectType(type.typ()))
            .keyID(kid)
            .build();
    JWSObject jws =
        new JWSObject(header, new Payload(JSONObjectUtils.toJSONString(claims.asMap())));
    try {
      jws.sign(ecdsa);
    } catch (JOSEException e) {
      throw new IllegalStateException("Signing with key " + kid + " failed", e);
    }
    return new CompactJws(jws.serialize());
  }

  @Override
  public String toString() {
    return "Signer(" + kid + ")";
  }
}
