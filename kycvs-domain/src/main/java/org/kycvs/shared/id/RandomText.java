package org.kycvs.shared.id;

import java.math.BigInteger;
import java.security.SecureRandom;

/** Random text for identifiers and secrets, from the platform's CSPRNG. */
public final class RandomText {
  /** The digits of base62, in the order of their values. */
  public static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** Letters and digits that hold at least 128 bits: 22 × log2(62) = 130.9. */
  public static final int ID_LENGTH = 22;

  private static final SecureRandom RANDOM = new SecureRandom();

  private RandomText() {}

  /** {@code length} base62 characters, each drawn uniformly. */
  public static String base62(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(BASE62.charAt(RANDOM.nextInt(BASE62.length())));
    }
    return text.toString();
  }

  /** The rest of an identifier after its prefix: 22 base62 characters, over 128 random bits. */
  public static String id() {
    return base62(ID_LENGTH);
  }

  /**
   * As many base62 characters that a hash decides: as hard to guess as it is.
   *
   * @param hash at least 32 bytes, for at most 32 characters
   */
  public static String base62(byte[] hash, int length) {
    BigInteger rest = new BigInteger(1, hash);
    BigInteger base = BigInteger.valueOf(BASE62.length());
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(BASE62.charAt(rest.mod(base).intValueExact()));
      rest = rest.divide(base);
    }
    return text.toString();
  }

  /** {@code count} random bytes. */
  public static byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Whether the text is the prefix followed by 22 base62 characters. */
  static boolean hasForm(String text, String prefix) {
    if (text.length() != prefix.length() + ID_LENGTH || !text.startsWith(prefix)) {
      return false;
    }
    return text.chars().skip(prefix.length()).allMatch(c -> BASE62.indexOf(c) >= 0);
  }
}
