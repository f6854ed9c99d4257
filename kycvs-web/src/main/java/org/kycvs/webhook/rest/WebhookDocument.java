package org.kycvs.webhook.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kycvs.webhook.boundary.AddedWebhook;
import org.kycvs.webhook.entity.WebhookEndpoint;
import org.kycvs.webhook.entity.WebhookType;

/** A webhook endpoint on the wire; with its secret only when that is new. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookDocument(
    String id,
    String mode,
    String url,
    List<String> types,
    @Nullable String description,
    boolean enabled,
    @Nullable DisabledPart disabled,
    boolean failing,
    Instant createdAt,
    @Nullable Instant lastSuccessAt,
    @Nullable Instant lastFailureAt,
    @Nullable Instant failingSince,
    @Nullable Instant formerSecretUntil,
    @Nullable String secret) {

  /** Why and since when nothing is sent to it. */
  public record DisabledPart(String reason, Instant at) {}

  static WebhookDocument of(WebhookEndpoint endpoint) {
    return of(endpoint, null);
  }

  static WebhookDocument withSecret(AddedWebhook added) {
    return of(added.endpoint(), added.secret().reveal());
  }

  private static WebhookDocument of(WebhookEndpoint endpoint, @Nullable String secret) {
    return new WebhookDocument(
        endpoint.id().value(),
        endpoint.mode().wire(),
        endpoint.url(),
        endpoint.types().stream().map(WebhookType::wire).toList(),
        endpoint.description().orElse(null),
        endpoint.disabled().isEmpty(),
        endpoint
            .disabled()
            .map(disabled -> new DisabledPart(disabled.reason(), disabled.at()))
            .orElse(null),
        endpoint.failingSince().isPresent(),
        endpoint.createdAt(),
        endpoint.lastSuccessAt().orElse(null),
        endpoint.lastFailureAt().orElse(null),
        endpoint.failingSince().orElse(null),
        endpoint.formerSecretUntil().orElse(null),
        secret);
  }

  /** Never the secret, or the URL, which may hold one. */
  @Override
  public String toString() {
    return "WebhookDocument(" + id + ")";
  }
}
