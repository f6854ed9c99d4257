package org.kycvs.notification.entity;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * How a text's characters become an SMS (3GPP TS 23.038). A part has 140 octets, of which one of
 * several gives 6 to its header (3GPP TS 23.040, 9.2.3.24.1).
 */
public enum SmsEncoding {
  /** The default alphabet and its extension table: septets; some characters are two. */
  GSM(160, 153) {
    @Override
    int units(int codePoint) {
      return GsmAlphabet.septets((char) codePoint);
    }

    @Override
    public byte[] bytes(String text) {
      return GsmAlphabet.bytes(text);
    }
  },

  /** All other text, in 16-bit units; characters beyond U+FFFF are two, as phones read UTF-16. */
  UCS2(70, 67) {
    @Override
    int units(int codePoint) {
      return Character.charCount(codePoint);
    }

    @Override
    public byte[] bytes(String text) {
      try {
        ByteBuffer encoded =
            StandardCharsets.UTF_16BE.newEncoder().encode(CharBuffer.wrap(text.toCharArray()));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
      } catch (CharacterCodingException e) {
        throw new IllegalArgumentException("A text has half of a surrogate pair", e);
      }
    }
  };

  private final int only;
  private final int oneOfSeveral;

  SmsEncoding(int only, int oneOfSeveral) {
    this.only = only;
    this.oneOfSeveral = oneOfSeveral;
  }

  /** What a text needs: {@link #GSM} if that has all of its characters, else {@link #UCS2}. */
  public static SmsEncoding of(String text) {
    return GsmAlphabet.has(text) ? GSM : UCS2;
  }

  /**
   * The text as a gateway takes it: septets, each in an octet of its own and not packed (SMPP's
   * {@code data_coding} 0), or UTF-16BE without a mark (8).
   *
   * @throws IllegalArgumentException if the encoding lacks one of its characters
   */
  public abstract byte[] bytes(String text);

  /**
   * How long a text is: in septets or in 16-bit units.
   *
   * @throws IllegalArgumentException if the encoding lacks one of its characters
   */
  public int units(String text) {
    return text.codePoints().map(this::units).sum();
  }

  /** How many units a message of one part has room for. */
  public int unitsOfOnlyPart() {
    return only;
  }

  /** How many units each part of a longer message has room for. */
  public int unitsOfOneOfSeveral() {
    return oneOfSeveral;
  }

  /** How many units one character is; it is never divided between parts. */
  abstract int units(int codePoint);
}
