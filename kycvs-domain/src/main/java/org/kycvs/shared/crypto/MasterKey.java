package org.kycvs.shared.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The secret of the whole installation, 32 bytes. It is never used itself: every use has a key of
 * its own, HKDF-SHA-256 (RFC 5869, no salt) of it with the use's label as {@code info}.
 *
 * <p>It reveals nothing in {@link #toString} and cannot be read back.
 */
public final class MasterKey {
  private static final int LENGTH = 32;

  private final byte[] secret;

  private MasterKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * From the text of a key file: standard base64 of 32 bytes, white space around it ignored.
   *
   * @throws IllegalArgumentException if it is anything else; the message does not repeat the text
   */
  public static MasterKey parse(String text) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not base64", e);
    }
    if (secret.length != LENGTH) {
      throw new IllegalArgumentException("not 32 bytes but " + secret.length);
    }
    return new MasterKey(secret);
  }

  /** The keyed hash for the uses that a label names. */
  public KeyedHash keyedHash(String label) {
    return new KeyedHash(label, derive(label));
  }

  /** The seal for the values that a label names. */
  public Seal seal(String label) {
    return new Seal(derive(label));
  }

  private byte[] derive(String label) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(secret, null, label.getBytes(StandardCharsets.UTF_8)));
    byte[] key = new byte[LENGTH];
    int made = hkdf.generateBytes(key, 0, key.length);
    return Arrays.copyOf(key, made);
  }

  @Override
  public String toString() {
    return "MasterKey(secret)";
  }
}
