package org.kycvs.shared.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.kycvs.shared.id.RandomText;

/**
 * Keeps a value secret and unchanged at rest: AES-256-GCM (NIST SP 800-38D) with a random nonce.
 * What belongs to the value, such as the id of its row, is bound to it, so that a sealed value
 * cannot be moved elsewhere.
 *
 * <p>A sealed value is: format 1 (1 byte) ‖ key id (4 bytes) ‖ nonce (12) ‖ ciphertext and tag. The
 * key id is the beginning of the SHA-256 of the key, so that a value says which key opens it.
 */
public final class Seal {
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final byte FORMAT = 1;
  private static final int KEY_ID_LENGTH = 4;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;
  private static final int HEADER = 1 + KEY_ID_LENGTH;

  /** Looked for once: that takes as long as to seal a name. */
  private static final Provider PROVIDER = provider();

  private final SecretKeySpec key;
  private final byte[] keyId;

  Seal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
    this.keyId = keyId(key);
  }

  /** Seals a text, bound to what it belongs to. */
  public byte[] seal(String plain, String belongsTo) {
    return seal(plain.getBytes(StandardCharsets.UTF_8), belongsTo);
  }

  /** Seals bytes, bound to what they belong to. Sealing twice gives different bytes. */
  public byte[] seal(byte[] plain, String belongsTo) {
    byte[] nonce = RandomText.bytes(NONCE_LENGTH);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, belongsTo).doFinal(plain);
      return ByteBuffer.allocate(HEADER + NONCE_LENGTH + sealed.length)
          .put(FORMAT)
          .put(keyId)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  /** The sealed text; see {@link #open}. */
  public String openText(byte[] sealed, String belongsTo) {
    return new String(open(sealed, belongsTo), StandardCharsets.UTF_8);
  }

  /**
   * The sealed bytes.
   *
   * @throws IllegalStateException if they were sealed with another key, belong to something else,
   *     or were changed
   */
  public byte[] open(byte[] sealed, String belongsTo) {
    if (sealed.length < HEADER + NONCE_LENGTH || sealed[0] != FORMAT) {
      throw new IllegalStateException("Not a sealed value of a known format");
    }
    if (!Arrays.equals(keyId, Arrays.copyOfRange(sealed, 1, HEADER))) {
      throw new IllegalStateException("Sealed with another master key");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, HEADER, HEADER + NONCE_LENGTH);
    try {
      int start = HEADER + NONCE_LENGTH;
      return cipher(Cipher.DECRYPT_MODE, nonce, belongsTo)
          .doFinal(sealed, start, sealed.length - start);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException("A sealed value was changed or moved", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String belongsTo) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION, PROVIDER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static Provider provider() {
    try {
      return Cipher.getInstance(TRANSFORMATION).getProvider();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  private static byte[] keyId(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return Arrays.copyOf(digest, KEY_ID_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
