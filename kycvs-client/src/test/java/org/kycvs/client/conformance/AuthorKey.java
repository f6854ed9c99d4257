package org.kycvs.client.conformance;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/** A key that everybody can make from its name, and that signs the same way each time. */
final class AuthorKey {
  private static final X9ECParameters CURVE = SECNamedCurves.getByName("secp256r1");
  private static final int HALF = 32;

  private final BigInteger secret;
  private final ECKey jwk;

  AuthorKey(String name) {
    try {
      secret = new BigInteger(1, sha256(("kycvs conformance key: " + name))).mod(CURVE.getN());
      ECPoint point = CURVE.getG().multiply(secret).normalize();
      jwk =
          new ECKey.Builder(
                  Curve.P_256,
                  Base64URL.encode(point.getAffineXCoord().getEncoded()),
                  Base64URL.encode(point.getAffineYCoord().getEncoded()))
              .keyIDFromThumbprint()
              .build();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  String kid() {
    return jwk.getKeyID();
  }

  ECKey jwk() {
    return jwk;
  }

  /** ES256 (RFC 7518, section 3.4), without chance (RFC 6979). */
  byte[] sign(String input) {
    BigInteger[] parts = signature(input);
    byte[] signature = new byte[2 * HALF];
    System.arraycopy(BigIntegers.asUnsignedByteArray(HALF, parts[0]), 0, signature, 0, HALF);
    System.arraycopy(BigIntegers.asUnsignedByteArray(HALF, parts[1]), 0, signature, HALF, HALF);
    return signature;
  }

  BigInteger[] signature(String input) {
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(
        true,
        new ECPrivateKeyParameters(
            secret, new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN())));
    return signer.generateSignature(sha256(input));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
