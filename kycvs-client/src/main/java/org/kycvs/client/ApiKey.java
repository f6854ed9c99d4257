package org.kycvs.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The secret that names your organisation to the server. It never prints itself; keep it on your
 * server, never in a page or an app.
 *
 * <p>The form: {@code kvs_live_} or {@code kvs_test_}, 22 letters and digits that name the key,
 * {@code _}, 32 secret ones, and 6 that are the CRC-32 (IEEE) of all before them, in base62 with
 * the alphabet {@code 0-9A-Za-z}. So a key that was not copied whole is found out here, before a
 * call is made; whether a whole one opens a door, only the server knows.
 */
public final class ApiKey {
  private static final int LENGTH = 70;
  private static final int CHECKSUM_LENGTH = 6;
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern BEGINNING = Pattern.compile("kvs_(live|test)_.*");
  private static final Pattern FORM =
      Pattern.compile("kvs_(?:live|test)_[0-9A-Za-z]{22}_[0-9A-Za-z]{38}");

  private final String text;
  private final Mode mode;

  private ApiKey(String text, Mode mode) {
    this.text = text;
    this.mode = mode;
  }

  /**
   * The key of a text; white space around it, such as a file's last line end, does not matter.
   *
   * @throws IllegalArgumentException if it is none; the message says why, and holds nothing of it
   */
  public static ApiKey of(String text) {
    String key = text.strip();
    if (!BEGINNING.matcher(key).matches()) {
      throw new IllegalArgumentException("An API key begins with kvs_live_ or kvs_test_.");
    }
    if (key.length() != LENGTH) {
      throw new IllegalArgumentException(
          "An API key has 70 characters, this has " + key.length() + ". Was it copied whole?");
    }
    if (!FORM.matcher(key).matches()) {
      throw new IllegalArgumentException(
          "An API key has 22 letters and digits after its beginning, then _ and 38 more.");
    }
    int checked = LENGTH - CHECKSUM_LENGTH;
    if (!checksum(key.substring(0, checked)).equals(key.substring(checked))) {
      throw new IllegalArgumentException(
          "A character of this API key is wrong: its checksum does not fit. Copy it again.");
    }
    return new ApiKey(key, key.startsWith("kvs_live_") ? Mode.LIVE : Mode.TEST);
  }

  /** Which world it opens. */
  public Mode mode() {
    return mode;
  }

  /** The whole key, for the one header that it belongs into. */
  String reveal() {
    return text;
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    char[] digits = new char[CHECKSUM_LENGTH];
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = DIGITS.charAt((int) (rest % DIGITS.length()));
      rest /= DIGITS.length();
    }
    return new String(digits);
  }

  @Override
  public String toString() {
    return "ApiKey(" + mode.wire() + ")";
  }
}
