package org.kycvs.webhook.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.mode.Mode;

/**
 * Where an organisation wants to be told what happened.
 *
 * @param id names it
 * @param mode of which mode's events it gets
 * @param url where it is
 * @param description the organisation's own word for it
 * @param types which events it gets
 * @param disabled why and since when it gets none; empty if it gets them
 * @param formerSecretUntil until when its events are signed with the former secret too
 * @param createdAt when it was added
 * @param lastSuccessAt when something last got through
 * @param lastFailureAt when something last did not
 * @param failingSince the first failure after the last success
 */
public record WebhookEndpoint(
    WebhookId id,
    Mode mode,
    String url,
    Optional<String> description,
    List<WebhookType> types,
    Optional<Disabled> disabled,
    Optional<Instant> formerSecretUntil,
    Instant createdAt,
    Optional<Instant> lastSuccessAt,
    Optional<Instant> lastFailureAt,
    Optional<Instant> failingSince) {
  /** How many an organisation may have in each mode. */
  public static final int MOST = 10;

  /**
   * Why an endpoint gets no events.
   *
   * @param reason a sentence
   * @param at since when
   */
  public record Disabled(String reason, Instant at) {}

  /** With its own copy of the list. */
  public WebhookEndpoint {
    types = List.copyOf(types);
  }
}
