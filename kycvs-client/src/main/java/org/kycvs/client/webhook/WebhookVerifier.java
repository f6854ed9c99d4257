package org.kycvs.client.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a request to your webhook is ours, as <a
 * href="https://www.standardwebhooks.com">Standard Webhooks 1.0</a> says: signed with the
 * endpoint's secret, and sent within the last five minutes. Immutable, and safe for use by many
 * threads: make one and keep it. It never prints a secret.
 *
 * <p>Give it the body as it came, byte for byte, before anything has parsed it.
 */
public final class WebhookVerifier {
  /** How far the time of a request may be from yours, to either side. */
  public static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST_SECRET = 24;
  private static final int LONGEST_SECRET = 64;
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

  private final List<SecretKeySpec> secrets;
  private final Clock clock;

  private WebhookVerifier(List<SecretKeySpec> secrets, Clock clock) {
    this.secrets = List.copyOf(secrets);
    this.clock = clock;
  }

  /**
   * With the endpoint's secret, and while it is rolled the other one too: what either signed is
   * taken.
   *
   * @param secrets as they were shown, {@code whsec_…}
   * @throws IllegalArgumentException if there is none, or one has another form
   */
  public static WebhookVerifier of(String... secrets) {
    if (secrets.length == 0) {
      throw new IllegalArgumentException("A webhook's secret is needed.");
    }
    List<SecretKeySpec> keys = new ArrayList<>();
    for (String secret : secrets) {
      keys.add(key(secret));
    }
    return new WebhookVerifier(keys, Clock.systemUTC());
  }

  /** The same with another clock, for tests. */
  public WebhookVerifier by(Clock other) {
    return new WebhookVerifier(secrets, other);
  }

  /**
   * The event of a request.
   *
   * @param header gives the value of the header with this name, which is in lower case, or nothing
   * @param body as it came
   * @throws WebhookRefusedException if it is none of ours, or too old
   */
  public WebhookEvent verify(Function<String, @Nullable String> header, byte[] body) {
    return verify(
        needed(header, "webhook-id"),
        needed(header, "webhook-timestamp"),
        needed(header, "webhook-signature"),
        body);
  }

  /**
   * The event of a request.
   *
   * @param id the header {@code webhook-id}
   * @param timestamp the header {@code webhook-timestamp}
   * @param signatures the header {@code webhook-signature}
   * @param body as it came
   * @throws WebhookRefusedException if it is none of ours, or too old
   */
  public WebhookEvent verify(String id, String timestamp, String signatures, byte[] body) {
    if (!SECONDS.matcher(timestamp).matches()) {
      throw new WebhookRefusedException("webhook-timestamp is no number of seconds");
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
    if (Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) > 0) {
      throw new WebhookRefusedException(
          "It was sent at " + sent + ", more than five minutes from now: is your clock right?");
    }
    if (!isSigned(id, timestamp, signatures, body)) {
      throw new WebhookRefusedException("No signature is right: is it this endpoint's secret?");
    }
    return WebhookEvent.read(id, body);
  }

  /** All are compared, however soon one fits. */
  private boolean isSigned(String id, String timestamp, String signatures, byte[] body) {
    boolean right = false;
    for (SecretKeySpec secret : secrets) {
      byte[] expected =
          (VERSION + Base64.getEncoder().encodeToString(hmac(secret, id, timestamp, body)))
              .getBytes(StandardCharsets.US_ASCII);
      for (String signature : signatures.split(" ", -1)) {
        right |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
      }
    }
    return right;
  }

  private static byte[] hmac(SecretKeySpec secret, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
    }
  }

  private static SecretKeySpec key(String secret) {
    try {
      byte[] key =
          Base64.getDecoder()
              .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
      if (key.length >= SHORTEST_SECRET && key.length <= LONGEST_SECRET) {
        return new SecretKeySpec(key, ALGORITHM);
      }
    } catch (IllegalArgumentException e) {
      // Refused below without its text, which may be most of a secret.
    }
    throw new IllegalArgumentException("A webhook's secret is whsec_ and standard base64.");
  }

  private static String needed(Function<String, @Nullable String> header, String name) {
    String value = header.apply(name);
    if (value == null) {
      throw new WebhookRefusedException("It has no header " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return "WebhookVerifier";
  }
}
