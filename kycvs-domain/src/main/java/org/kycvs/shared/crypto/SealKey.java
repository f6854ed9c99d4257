package org.kycvs.shared.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of a seal.
 *
 * @param id the first bytes of the SHA-256 of the key: what a sealed value names it by
 * @param key for AES
 */
record SealKey(byte[] id, SecretKeySpec key) {
  /** How many bytes an id has. */
  static final int ID_LENGTH = 4;

  static SealKey of(byte[] key) {
    return new SealKey(idOf(key), new SecretKeySpec(key, "AES"));
  }

  static byte[] idOf(byte[] key) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key), ID_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
