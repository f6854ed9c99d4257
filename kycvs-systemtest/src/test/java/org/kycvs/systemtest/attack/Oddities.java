package org.kycvs.systemtest.attack;

import java.util.List;
import java.util.Random;

/** Texts and JSON that programs trip over. Texts have a character a byte. */
final class Oddities {
  private static final int DEEPEST = 10_000;
  private static final int LONGEST = 20_000;
  private static final int BYTE = 256;
  private static final String NUL = Character.toString(0);

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          NUL,
          "%00",
          "%",
          "%zz",
          "%c0%af",
          "%ff%fe",
          "..",
          "../../etc/passwd",
          "//",
          ";jsessionid=1",
          "'",
          "' OR '1'='1",
          "1;SELECT pg_sleep(10)--",
          "<script>",
          "${jndi:ldap://127.0.0.1:1/x}",
          "#{1+1}",
          "\t",
          "null",
          "NaN",
          "-1",
          "0",
          "2147483648",
          "99999999999999999999",
          "1e999",
          "9999-12-31T23:59:60Z",
          "+999999999-01-01T00:00:00Z",
          "0000-00-00",
          "ver_0000000000000000000000",
          "kvs_live_",
          "*/*",
          "a=b=c",
          "&",
          "?");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-0",
          "1e999",
          "-1e999",
          "1e-999",
          "0.1",
          "NaN",
          "00",
          "2147483648",
          "9".repeat(400),
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00\\ud800\"",
          "\"\\uFEFF\"",
          "\"\\u202e\"",
          "\"\\q\"",
          "\"" + (char) 0xff + (char) 0xfe + "\"",
          "\"" + (char) 0xc0 + (char) 0x80 + "\"",
          "\"" + (char) 0xed + (char) 0xa0 + (char) 0x80 + "\"",
          "\"" + NUL + "\"",
          "\"\n\"",
          "{}",
          "[]",
          "[null]",
          "{\"\":0}",
          "{\"code\":\"246810\"}",
          "'x'",
          "",
          "//x",
          "\"",
          "{",
          "]");

  private Oddities() {}

  /** Something where a short text should be. */
  static String text(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> "A".repeat(random.nextInt(LONGEST));
      case 1 -> bytes(random, random.nextInt(40));
      default -> one(TEXTS, random);
    };
  }

  /** Something where a JSON value should be. */
  static String value(Random random) {
    return switch (random.nextInt(10)) {
      case 0 -> "[".repeat(depth(random));
      case 1 -> "{\"a\":".repeat(depth(random)) + "0";
      case 2 -> nested(depth(random));
      case 3 -> "\"" + "x".repeat(random.nextInt(LONGEST)) + "\"";
      case 4 -> Long.toString(random.nextLong());
      default -> one(VALUES, random);
    };
  }

  /** One of a list. */
  static <T> T one(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }

  /** Any bytes but line ends. */
  static String bytes(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      char c = (char) random.nextInt(BYTE);
      text.append(c == '\n' || c == '\r' ? ' ' : c);
    }
    return text.toString();
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  /** Small ones and huge ones alike. */
  private static int depth(Random random) {
    return (int) Math.pow(DEEPEST, random.nextDouble());
  }
}
