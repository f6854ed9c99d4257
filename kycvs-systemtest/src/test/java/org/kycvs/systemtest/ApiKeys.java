package org.kycvs.systemtest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** API keys of the right form that no server gave out. */
final class ApiKeys {
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int CHECKSUM_LENGTH = 6;
  private static final int SECRET_LENGTH = 32;

  private ApiKeys() {}

  /** A key whose id nobody has. */
  static String unknown() {
    return checked("kvs_live_" + "7".repeat(22) + "_" + "s".repeat(SECRET_LENGTH));
  }

  /** A known key's id with a secret that is not its own. */
  static String withOtherSecret(String key) {
    return checked(key.substring(0, key.lastIndexOf('_') + 1) + "s".repeat(SECRET_LENGTH));
  }

  private static String checked(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    BigInteger rest = BigInteger.valueOf(crc.getValue());
    StringBuilder checksum = new StringBuilder();
    for (int i = 0; i < CHECKSUM_LENGTH; i++) {
      BigInteger[] parts = rest.divideAndRemainder(BigInteger.valueOf(BASE62.length()));
      checksum.append(BASE62.charAt(parts[1].intValueExact()));
      rest = parts[0];
    }
    return text + checksum.reverse();
  }
}
