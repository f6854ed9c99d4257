package org.kycvs.webhook.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.webhook.entity.WebhookEvent;
import org.kycvs.webhook.entity.WebhookSecret;
import org.kycvs.webhook.entity.WebhookType;

/** Signatures, checked by the library of Standard Webhooks, and bodies. */
class SignedEventTest {
  private static final Instant AT = Instant.parse("2026-11-22T03:00:00.123456Z");

  private final WebhookEvent event =
      WebhookEvent.about(
          new WebhookEvent.Subject(new VerificationId("ver_" + "V".repeat(22)), 1, "no-match"),
          WebhookType.VERIFICATION_NO_MATCH,
          OrganisationId.random(),
          Mode.LIVE,
          AT);

  @Test
  void body_ofAnEvent_isExactlyThis() {
    assertEquals(
        "{\"type\":\"verification.no-match\",\"timestamp\":\"2026-11-22T03:00:00.123456Z\","
            + "\"data\":{\"verification\":\"ver_VVVVVVVVVVVVVVVVVVVVVV\",\"sequence\":1,"
            + "\"mode\":\"live\",\"state\":\"no-match\"}}",
        event.body());
  }

  @Test
  void body_ofATest_hasNoVerification() {
    assertEquals(
        "{\"type\":\"ping\",\"timestamp\":\"2026-11-22T03:00:00.123456Z\",\"data\":{\"mode\":"
            + "\"test\"}}",
        WebhookEvent.ping(OrganisationId.random(), Mode.TEST, AT).body());
  }

  @Test
  void sign_verifiedByTheStandardsOwnLibrary_isRight() throws Exception {
    WebhookSecret secret = WebhookSecret.random();
    Instant now = Clock.systemUTC().instant();
    Webhook library = new Webhook(secret.reveal());

    library.verify(event.body(), headers(now, secret.sign(event.id(), now, event.body())));
    library.verify(
        event.body(),
        headers(
            now,
            WebhookSecret.random().sign(event.id(), now, event.body())
                + " "
                + secret.sign(event.id(), now, event.body())));
    assertThrows(
        WebhookVerificationException.class,
        () ->
            library.verify(
                event.body() + " ", headers(now, secret.sign(event.id(), now, event.body()))));
  }

  @Test
  void secret_neverPrintsItself() {
    WebhookSecret secret = WebhookSecret.of(new byte[32]);

    assertEquals("whsec_" + Base64.getEncoder().encodeToString(new byte[32]), secret.reveal());
    assertFalse(secret.toString().contains("AAAA"));
    assertThrows(IllegalArgumentException.class, () -> WebhookSecret.of(new byte[31]));
  }

  @Test
  void ofEnd_eachEnd_hasAType() {
    for (String state : List.of("completed", "declined", "no-match", "expired", "locked")) {
      assertEquals(
          Optional.of(WebhookType.ofEnd(state)), WebhookType.parse("verification." + state));
    }
    assertThrows(IllegalArgumentException.class, () -> WebhookType.ofEnd("cancelled"));
  }

  private HttpHeaders headers(Instant at, String signatures) {
    return HttpHeaders.of(
        Map.of(
            "webhook-id", List.of(event.id()),
            "webhook-timestamp", List.of(Long.toString(at.getEpochSecond())),
            "webhook-signature", List.of(signatures)),
        (name, value) -> true);
  }
}
