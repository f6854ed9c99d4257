package org.kycvs.client.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.standardwebhooks.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.client.Mode;

/** Requests that the library of Standard Webhooks signed, and what may be wrong with them. */
class WebhookVerifierTest {
  private static final String SECRET = secret(1);
  private static final String OTHER = secret(2);
  private static final String ID = "evt_KKKKKKKKKKKKKKKKKKKKKK";
  private static final Instant SENT = Instant.parse("2026-11-22T03:00:00Z");
  private static final String BODY =
      "{\"type\":\"verification.completed\",\"timestamp\":\"2026-11-22T02:59:59.5Z\",\"data\":"
          + "{\"verification\":\"ver_VVVVVVVVVVVVVVVVVVVVVV\",\"sequence\":1,\"mode\":\"live\","
          + "\"state\":\"completed\"}}";

  @Test
  void verify_signedByTheStandardsOwnLibrary_isTheEvent() throws Exception {
    WebhookEvent event = at(SENT, SECRET).verify(headers(SECRET)::get, bytes(BODY));

    assertEquals(ID, event.id());
    assertEquals("verification.completed", event.type());
    assertEquals(Instant.parse("2026-11-22T02:59:59.5Z"), event.timestamp());
    assertEquals(Mode.LIVE, event.mode());
    assertEquals("ver_VVVVVVVVVVVVVVVVVVVVVV", event.verification().orElseThrow().value());
    assertEquals(OptionalInt.of(1), event.sequence());
    assertEquals(Optional.of("completed"), event.state());
  }

  @Test
  void verify_test_hasNoVerification() throws Exception {
    String body =
        "{\"type\":\"ping\",\"timestamp\":\"2026-11-22T03:00:00Z\",\"data\":{\"mode\":\"test\"}}";
    WebhookEvent event = at(SENT, SECRET).verify(headers(SECRET, body)::get, bytes(body));

    assertEquals(Mode.TEST, event.mode());
    assertEquals(Optional.empty(), event.verification());
  }

  @Test
  void verify_whileTheSecretIsRolled_takesEither() throws Exception {
    Map<String, String> both = headers(SECRET);
    both.merge("webhook-signature", signature(OTHER), (one, other) -> other + " " + one);

    assertEquals(ID, at(SENT, SECRET).verify(both::get, bytes(BODY)).id());
    assertEquals(ID, at(SENT, OTHER).verify(both::get, bytes(BODY)).id());
    assertEquals(ID, at(SENT, secret(3), OTHER).verify(headers(OTHER)::get, bytes(BODY)).id());
    assertRefused(at(SENT, secret(3)), both, BODY);
  }

  @Test
  void verify_fiveMinutesAndNoMore_isTaken() throws Exception {
    for (Duration off : new Duration[] {Duration.ofMinutes(5), Duration.ofMinutes(-5)}) {
      assertEquals(ID, at(SENT.plus(off), SECRET).verify(headers(SECRET)::get, bytes(BODY)).id());
      assertRefused(
          at(SENT.plus(off).plusSeconds(off.isNegative() ? -1 : 1), SECRET), headers(SECRET), BODY);
    }
  }

  @Test
  void verify_anythingChanged_isRefused() throws Exception {
    WebhookVerifier verifier = at(SENT, SECRET);
    Map<String, String> headers = headers(SECRET);
    assertRefused(verifier, headers, BODY.replace("completed", "complete"));
    assertRefused(verifier, headers, BODY + "\n");
    assertRefused(verifier, headers(OTHER), BODY);
    for (Map.Entry<String, String> change :
        Map.of(
                "webhook-id",
                "evt_other",
                "webhook-timestamp",
                Long.toString(SENT.getEpochSecond() + 1))
            .entrySet()) {
      Map<String, String> changed = new HashMap<>(headers);
      changed.put(change.getKey(), change.getValue());
      assertRefused(verifier, changed, BODY);
    }
    for (String name : headers.keySet()) {
      Map<String, String> without = new HashMap<>(headers);
      without.remove(name);
      assertRefused(verifier, without, BODY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "v1,", "v1", "v2,", "v1a,", ",", "v1,AAAA v1,AAAA"})
  void verify_noSignature_isRefused(String signatures) throws Exception {
    Map<String, String> headers = headers(SECRET);
    headers.put("webhook-signature", signatures);
    assertRefused(at(SENT, SECRET), headers, BODY);
    headers.put("webhook-signature", signature(SECRET).replaceFirst("v1,", signatures + "x"));
    assertRefused(at(SENT, SECRET), headers, BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1e9", "99999999999999999999", "2026-11-22", " 1", "１"})
  void verify_noTime_isRefused(String timestamp) throws Exception {
    Map<String, String> headers = headers(SECRET);
    headers.put("webhook-timestamp", timestamp);
    assertRefused(at(SENT, SECRET), headers, BODY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "nonsense",
        "{\"type\":\"ping\"}",
        "{\"type\":1,\"timestamp\":\"2026-11-22T03:00:00Z\",\"data\":{\"mode\":\"live\"}}",
        "{\"type\":\"ping\",\"timestamp\":\"today\",\"data\":{\"mode\":\"live\"}}",
        "{\"type\":\"x\",\"timestamp\":\"2026-11-22T03:00:00Z\",\"data\":{\"mode\":\"live\","
            + "\"verification\":\"../x\"}}"
      })
  void verify_signedButNoEvent_isRefused(String body) throws Exception {
    assertRefused(at(SENT, SECRET), headers(SECRET, body), body);
  }

  @Test
  void of_noSecret_isRefusedWithoutRepeatingIt() {
    assertThrows(IllegalArgumentException.class, WebhookVerifier::of);
    for (String wrong :
        new String[] {"", "whsec_", "whsec_AAAA", "whsec_@@@@", "kvs_test_secret"}) {
      IllegalArgumentException refusal =
          assertThrows(IllegalArgumentException.class, () -> WebhookVerifier.of(wrong));
      assertFalse(wrong.length() > 6 && String.valueOf(refusal.getMessage()).contains(wrong));
    }
    assertTrue(WebhookVerifier.of(SECRET).toString().equals("WebhookVerifier"));
  }

  private static void assertRefused(
      WebhookVerifier verifier, Map<String, String> headers, String body) {
    assertThrows(WebhookRefusedException.class, () -> verifier.verify(headers::get, bytes(body)));
  }

  private static WebhookVerifier at(Instant now, String... secrets) {
    return WebhookVerifier.of(secrets).by(Clock.fixed(now, ZoneOffset.UTC));
  }

  private static Map<String, String> headers(String secret) throws Exception {
    return headers(secret, BODY);
  }

  private static Map<String, String> headers(String secret, String body) throws Exception {
    Map<String, String> headers = new HashMap<>();
    headers.put("webhook-id", ID);
    headers.put("webhook-timestamp", Long.toString(SENT.getEpochSecond()));
    headers.put("webhook-signature", new Webhook(secret).sign(ID, SENT.getEpochSecond(), body));
    return headers;
  }

  private static String signature(String secret) throws Exception {
    return new Webhook(secret).sign(ID, SENT.getEpochSecond(), BODY);
  }

  private static String secret(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
