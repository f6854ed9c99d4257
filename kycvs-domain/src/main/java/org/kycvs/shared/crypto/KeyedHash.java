package org.kycvs.shared.crypto;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA-256 (RFC 2104) over framed fields, with a key of its own for its label. Equal fields
 * give equal hashes, so a value can be found without being stored. Safe for use by many threads.
 */
public final class KeyedHash {
  private static final String ALGORITHM = "HmacSHA256";

  private final String label;
  private final SecretKeySpec key;

  KeyedHash(String label, byte[] key) {
    this.label = label;
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The hash of the fields, in this order, under the label: 32 bytes. */
  public byte[] of(String... fields) {
    Framing framing = Framing.of(label);
    for (String field : fields) {
      framing.field(field);
    }
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(framing.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }
}
