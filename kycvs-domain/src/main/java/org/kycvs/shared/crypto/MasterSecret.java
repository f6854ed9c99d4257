package org.kycvs.shared.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * 32 secret bytes, one line of a master-key file. They are never used themselves: every use has a
 * key of its own, HKDF-SHA-256 (RFC 5869, no salt) of them with the use's label as {@code info}.
 */
final class MasterSecret {
  /** How many bytes a secret has. */
  static final int LENGTH = 32;

  private static final String ID_LABEL = "kycvs/master-key-id/1";

  private final byte[] bytes;
  private final String id;

  private MasterSecret(byte[] bytes) {
    this.bytes = bytes;
    this.id = HexFormat.of().formatHex(SealKey.idOf(derive(ID_LABEL)));
  }

  /**
   * From its standard base64.
   *
   * @throws IllegalArgumentException if it is anything else; the message does not repeat the text
   */
  static MasterSecret parse(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not base64", e);
    }
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("not 32 bytes but " + bytes.length);
    }
    return new MasterSecret(bytes);
  }

  /** What it is called: eight hexadecimal digits, which tell nothing of it. */
  String id() {
    return id;
  }

  /** The key for the uses that a label names. */
  byte[] derive(String label) {
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(bytes, null, label.getBytes(StandardCharsets.UTF_8)));
    byte[] key = new byte[LENGTH];
    int made = hkdf.generateBytes(key, 0, key.length);
    return Arrays.copyOf(key, made);
  }

  @Override
  public String toString() {
    return id;
  }
}
