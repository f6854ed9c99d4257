package org.kycvs.signing.control;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.kycvs.signing.entity.ClaimSet;

/** The digest of claims that does not depend on how they are written down. */
public final class ClaimDigest {
  private ClaimDigest() {}

  /** Base64url SHA-256 of the JCS form (RFC 8785) of the claims. */
  public static String of(ClaimSet claims) {
    try {
      byte[] canonical =
          new JsonCanonicalizer(JSONObjectUtils.toJSONString(claims.asMap())).getEncodedUTF8();
      return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(canonical)).toString();
    } catch (IOException e) {
      throw new IllegalStateException("JSON that was just written cannot be malformed", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
