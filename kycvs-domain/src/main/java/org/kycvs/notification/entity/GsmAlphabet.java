package org.kycvs.notification.entity;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The default alphabet of GSM with its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1): which
 * characters it has, and the septets that they are.
 */
final class GsmAlphabet {
  private static final byte ESCAPE = 0x1B;

  /** In the order of the table; the place of the escape holds itself, which is no character. */
  private static final String DEFAULT =
      "@£$¥èéùìòÇ\nØø\rÅå"
          + "Δ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
          + " !\"#¤%&'()*+,-./"
          + "0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNO"
          + "PQRSTUVWXYZÄÖÑÜ§"
          + "¿abcdefghijklmno"
          + "pqrstuvwxyzäöñüà";

  private static final Map<Character, Byte> EXTENSION =
      Map.of(
          '\f', (byte) 0x0A,
          '^', (byte) 0x14,
          '{', (byte) 0x28,
          '}', (byte) 0x29,
          '\\', (byte) 0x2F,
          '[', (byte) 0x3C,
          '~', (byte) 0x3D,
          ']', (byte) 0x3E,
          '|', (byte) 0x40,
          '€', (byte) 0x65);

  private static final Map<Character, byte[]> SEPTETS = septetsOfAll();

  private GsmAlphabet() {}

  /** Whether each character of the text is in one of the two tables. */
  static boolean has(String text) {
    return text.chars().allMatch(character -> SEPTETS.containsKey((char) character));
  }

  /** How many septets a character is: one, or two with the escape. */
  static int septets(char character) {
    return of(character).length;
  }

  /** The septets, each in an octet of its own. */
  static byte[] bytes(String text) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    text.chars().forEach(character -> octets.writeBytes(of((char) character)));
    return octets.toByteArray();
  }

  private static byte[] of(char character) {
    byte[] septets = SEPTETS.get(character);
    if (septets == null) {
      throw new IllegalArgumentException(
          "The GSM alphabet lacks the character U+%04X".formatted((int) character));
    }
    return septets;
  }

  private static Map<Character, byte[]> septetsOfAll() {
    Map<Character, byte[]> all = new HashMap<>();
    for (int septet = 0; septet < DEFAULT.length(); septet++) {
      if (septet != ESCAPE) {
        all.put(DEFAULT.charAt(septet), new byte[] {(byte) septet});
      }
    }
    EXTENSION.forEach((character, septet) -> all.put(character, new byte[] {ESCAPE, septet}));
    return Map.copyOf(all);
  }
}
