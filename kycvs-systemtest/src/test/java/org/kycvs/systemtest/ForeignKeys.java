package org.kycvs.systemtest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import org.kycvs.systemtest.support.Jws;

/** Keys that are not the issuer's, and statements signed with them. */
final class ForeignKeys {
  private ForeignKeys() {}

  /** A new key with this id. */
  static ECKey make(String kid) {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The claims of a statement, signed with another key that its header names. */
  static String sign(Jws statement, ECKey key) {
    JWSHeader header =
        new JWSHeader.Builder(statement.jwt().getHeader()).keyID(key.getKeyID()).build();
    JWSObject forged = new JWSObject(header, statement.jwt().getPayload());
    try {
      forged.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return forged.serialize();
  }
}
