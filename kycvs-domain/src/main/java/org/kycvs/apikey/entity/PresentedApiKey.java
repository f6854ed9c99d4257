package org.kycvs.apikey.entity;

import com.google.errorprone.annotations.RestrictedApi;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.kycvs.shared.crypto.KeyedHash;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.mode.Mode;

/**
 * What a caller gave as its API key. It has the form of one and its checksum is right; whether it
 * is one, only authentication can tell. It never prints itself.
 *
 * <p>The form: {@code kvs_live_} or {@code kvs_test_}, 22 characters that name the key, {@code _},
 * 32 secret characters, and the CRC-32 (IEEE) of all ASCII before it as six base62 digits, so that
 * scanners of leaked secrets can tell one from noise.
 */
public final class PresentedApiKey {
  private static final int CHECKSUM_LENGTH = 6;
  private static final Pattern FORM =
      Pattern.compile("kvs_(live|test)_([0-9A-Za-z]{22})_[0-9A-Za-z]{38}");

  private final String text;
  private final Mode mode;
  private final ApiKeyId id;

  private PresentedApiKey(String text, Mode mode, ApiKeyId id) {
    this.text = text;
    this.mode = mode;
    this.id = id;
  }

  /** The presented key, or empty if its form or checksum is wrong. */
  public static Optional<PresentedApiKey> parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    int checked = text.length() - CHECKSUM_LENGTH;
    if (!checksum(text.substring(0, checked)).equals(text.substring(checked))) {
      return Optional.empty();
    }
    return Optional.of(
        new PresentedApiKey(
            text, Mode.ofWire(form.group(1)), new ApiKeyId("key_" + form.group(2))));
  }

  /**
   * The key made of these parts.
   *
   * @param id its 22 characters without {@code key_} become part of the key
   * @param secret 32 base62 characters
   */
  public static PresentedApiKey of(Mode mode, ApiKeyId id, String secret) {
    String body = "kvs_" + mode.wire() + "_" + id.value().substring("key_".length()) + "_" + secret;
    return parse(body + checksum(body))
        .orElseThrow(() -> new IllegalArgumentException("Not 32 base62 characters"));
  }

  /** Which key it claims to be. */
  public ApiKeyId id() {
    return id;
  }

  /** Which world it claims to open. */
  public Mode mode() {
    return mode;
  }

  /** What is kept of it, to compare with. */
  public ApiKeyHash hashedBy(KeyedHash hash) {
    return new ApiKeyHash(hash.of(text));
  }

  /** The whole key, for the one who is given it. */
  @RestrictedApi(
      explanation = "A key is shown once, to the one who is given it; mark the place with why.",
      allowlistAnnotations = RevealsApiKey.class,
      allowedOnPath = ".*/src/test/.*")
  public String reveal() {
    return text;
  }

  private static String checksum(String body) {
    CRC32 crc = new CRC32();
    crc.update(body.getBytes(StandardCharsets.US_ASCII));
    long rest = crc.getValue();
    char[] digits = new char[CHECKSUM_LENGTH];
    for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
      digits[i] = RandomText.BASE62.charAt((int) (rest % RandomText.BASE62.length()));
      rest /= RandomText.BASE62.length();
    }
    return new String(digits);
  }

  @Override
  public String toString() {
    return id.value();
  }
}
