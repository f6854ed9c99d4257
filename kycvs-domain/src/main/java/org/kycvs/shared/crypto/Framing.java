package org.kycvs.shared.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The one way in which fields become the input of a hash or HMAC: {@code lp(label) ‖ lp(field) …}
 * where {@code lp(x)} is the length of {@code x} as four big-endian bytes, then {@code x}; text is
 * UTF-8. No two different lists of fields have the same bytes.
 */
public final class Framing {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Framing(String label) {
    field(label);
  }

  /** Begins with the label that says what the bytes are for, such as {@code kycvs/code/1}. */
  public static Framing of(String label) {
    return new Framing(label);
  }

  /** Adds a text field. */
  public Framing field(String text) {
    return field(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a field of bytes. */
  public Framing field(byte[] field) {
    bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
    bytes.writeBytes(field);
    return this;
  }

  /** The framed bytes so far. */
  public byte[] bytes() {
    return bytes.toByteArray();
  }

  /** SHA-256 (FIPS 180-4) over the framed bytes so far: 32 bytes. */
  public byte[] sha256() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
