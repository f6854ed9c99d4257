package org.kycvs.shared.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.kycvs.shared.id.RandomText;

/**
 * Keeps a value secret and unchanged at rest: AES-256-GCM (NIST SP 800-38D) with a random nonce.
 * What belongs to the value, such as the id of its row, is bound to it, so that a sealed value
 * cannot be moved elsewhere.
 *
 * <p>A sealed value is: format 1 (1 byte) ‖ key id (4 bytes) ‖ nonce (12) ‖ ciphertext and tag. The
 * key id is the beginning of the SHA-256 of the key, so that a value says which key opens it.
 *
 * <p>It seals with the last line of the master key and opens with each. Safe for many threads.
 */
public final class Seal {
  private static final String TRANSFORMATION = "AES/GCM/NoPadding";
  private static final byte FORMAT = 1;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_BITS = 128;
  private static final int HEADER = 1 + SealKey.ID_LENGTH;

  /** Looked for once: that takes as long as to seal a name. */
  private static final Provider PROVIDER = provider();

  private final String label;
  private final MasterKeySource source;
  private volatile SealKeys derived;

  Seal(String label, MasterKeySource source) {
    this.label = label;
    this.source = source;
    this.derived = new SealKeys(source.now(), label);
  }

  /** Seals a text, bound to what it belongs to. */
  public byte[] seal(String plain, String belongsTo) {
    return seal(plain.getBytes(StandardCharsets.UTF_8), belongsTo);
  }

  /** Seals bytes, bound to what they belong to. Sealing twice gives different bytes. */
  public byte[] seal(byte[] plain, String belongsTo) {
    byte[] nonce = RandomText.bytes(NONCE_LENGTH);
    SealKey key = keys(source.now()).sealing();
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, belongsTo).doFinal(plain);
      return ByteBuffer.allocate(HEADER + NONCE_LENGTH + sealed.length)
          .put(FORMAT)
          .put(key.id())
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
    if (!hasForm(sealed)) {
      throw new IllegalStateException("Not a sealed value of a known format");
    }
    List<SealKey> fitting = keys(source.now()).withId(idIn(sealed));
    if (fitting.isEmpty()) {
      // Another node may seal with a line that this one has not read yet.
      fitting = keys(source.atOnce()).withId(idIn(sealed));
    }
    for (SealKey key : fitting) {
      Optional<byte[]> plain = opened(sealed, key, belongsTo);
      if (plain.isPresent()) {
        return plain.get();
      }
    }
    throw new IllegalStateException(
        fitting.isEmpty()
            ? "Sealed with another master key"
            : "A sealed value was changed or moved");
  }

  /** Whether it was sealed with the key that seals now. */
  public boolean isOfCurrentKey(byte[] sealed) {
    return hasForm(sealed) && Arrays.equals(keys(source.now()).sealing().id(), idIn(sealed));
  }

  /**
   * The same, sealed with the key that seals now.
   *
   * @throws IllegalStateException as {@link #open}
   */
  public byte[] sealAnew(byte[] sealed, String belongsTo) {
    return seal(open(sealed, belongsTo), belongsTo);
  }

  /** The master keys' ids by those that sealed values have in them, all in hexadecimal. */
  public Map<String, String> keyIds() {
    return keys(source.now()).ids();
  }

  private SealKeys keys(MasterKeyLines lines) {
    SealKeys known = derived;
    if (!known.areOf(lines)) {
      known = new SealKeys(lines, label);
      derived = known;
    }
    return known;
  }

  private static boolean hasForm(byte[] sealed) {
    return sealed.length >= HEADER + NONCE_LENGTH && sealed[0] == FORMAT;
  }

  private static byte[] idIn(byte[] sealed) {
    return Arrays.copyOfRange(sealed, 1, HEADER);
  }

  private static Optional<byte[]> opened(byte[] sealed, SealKey key, String belongsTo) {
    int start = HEADER + NONCE_LENGTH;
    byte[] nonce = Arrays.copyOfRange(sealed, HEADER, start);
    try {
      return Optional.of(
          cipher(Cipher.DECRYPT_MODE, key, nonce, belongsTo)
              .doFinal(sealed, start, sealed.length - start));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, SealKey key, byte[] nonce, String belongsTo)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(TRANSFORMATION, PROVIDER);
    cipher.init(mode, key.key(), new GCMParameterSpec(TAG_BITS, nonce));
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
}
