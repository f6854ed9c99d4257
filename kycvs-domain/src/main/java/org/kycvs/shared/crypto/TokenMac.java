package org.kycvs.shared.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 over bytes as they are, as JWS's {@code HS256} wants it (RFC 7518, section 3.2):
 * unlike {@link KeyedHash}, without framing. So a label is for one kind of token, and for no keyed
 * hash. Safe for use by many threads.
 */
public final class TokenMac {
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  TokenMac(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The MAC of the bytes: 32 bytes. Compare in constant time. */
  public byte[] of(byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
