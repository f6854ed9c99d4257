package org.kycvs.webhook.entity;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Optional;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.id.RandomText;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.mode.Mode;

/**
 * Something that an organisation is told. It says to look, never what will be seen: no status and
 * nothing about the person.
 *
 * @param id names it, {@code evt_…}; the same at each endpoint and in each try
 * @param type what happened
 * @param organisation who is told
 * @param mode in which mode it happened
 * @param subject which verification it is about, and where that stands; none in a test
 * @param at when it happened
 */
public record WebhookEvent(
    String id,
    WebhookType type,
    OrganisationId organisation,
    Mode mode,
    Optional<Subject> subject,
    Instant at) {
  private static final String PREFIX = "evt_";

  /**
   * The verification that an event is about.
   *
   * @param verification its id
   * @param sequence 1 for the first event about it, and higher for each later one
   * @param state its state, as it is on the wire
   */
  public record Subject(VerificationId verification, int sequence, String state) {}

  /** About a verification. */
  public static WebhookEvent about(
      Subject subject, WebhookType type, OrganisationId organisation, Mode mode, Instant at) {
    return new WebhookEvent(newId(), type, organisation, mode, Optional.of(subject), at);
  }

  /** A test. */
  public static WebhookEvent ping(OrganisationId organisation, Mode mode, Instant at) {
    return new WebhookEvent(newId(), WebhookType.PING, organisation, mode, Optional.empty(), at);
  }

  /** The body that is sent, in JSON. */
  public String body() {
    JsonObjectBuilder data = Json.createObjectBuilder();
    subject.ifPresent(
        about ->
            data.add("verification", about.verification().value())
                .add("sequence", about.sequence()));
    data.add("mode", mode.wire());
    subject.ifPresent(about -> data.add("state", about.state()));
    return Json.createObjectBuilder()
        .add("type", type.wire())
        .add("timestamp", at.toString())
        .add("data", data)
        .build()
        .toString();
  }

  private static String newId() {
    return PREFIX + RandomText.id();
  }
}
