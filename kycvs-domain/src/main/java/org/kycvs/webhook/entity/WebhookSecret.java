package org.kycvs.webhook.entity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.kycvs.shared.id.RandomText;

/**
 * What the events for one endpoint are signed with: 32 random bytes. It never prints itself.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks 1.0, symmetric signatures</a>
 */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 32;

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    this.key = key.clone();
  }

  /** A new one that nobody can guess. */
  public static WebhookSecret random() {
    return new WebhookSecret(RandomText.bytes(LENGTH));
  }

  /** The secret of kept bytes. */
  public static WebhookSecret of(byte[] key) {
    if (key.length != LENGTH) {
      throw new IllegalArgumentException("A webhook secret has " + LENGTH + " bytes");
    }
    return new WebhookSecret(key);
  }

  /** The secret as the organisation is shown it once: {@code whsec_} and standard base64. */
  public String reveal() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** The bytes, to be sealed. */
  public byte[] bytes() {
    return key.clone();
  }

  /**
   * The signature of a try: {@code v1,} and the HMAC-SHA-256 of {@code id.seconds.body}.
   *
   * @param at when the try is made; its seconds count
   */
  public String sign(String event, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      String content = event + "." + at.getEpochSecond() + "." + body;
      return VERSION
          + Base64.getEncoder()
              .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "WebhookSecret";
  }
}
