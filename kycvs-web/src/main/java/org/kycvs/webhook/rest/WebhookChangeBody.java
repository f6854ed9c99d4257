package org.kycvs.webhook.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.webhook.entity.EndpointChange;
import org.kycvs.webhook.entity.WebhookSettings;
import org.kycvs.webshared.input.InputChecks;

/**
 * The body of {@code PATCH /api/v1/webhooks/{id}}. What is missing stays as it is.
 *
 * @param url where events go, {@code https}
 * @param types which events
 * @param description the organisation's own word for it; an empty text takes it away
 * @param enabled whether events are sent
 */
public record WebhookChangeBody(
    @Nullable String url,
    @Nullable List<@Nullable String> types,
    @Nullable String description,
    @Nullable Boolean enabled) {

  EndpointChange change(WebhookSettings settings) {
    InputChecks checks = new InputChecks();
    EndpointChange change =
        new EndpointChange(
            url == null ? Optional.empty() : Optional.of(WebhookParts.url(checks, url, settings)),
            types == null ? Optional.empty() : Optional.of(WebhookParts.types(checks, types)),
            description != null && description.isEmpty()
                ? Optional.of("")
                : checks.optionalText(
                    "/description", description, WebhookParts.LONGEST_DESCRIPTION),
            Optional.ofNullable(enabled));
    checks.done();
    return change;
  }

  @Override
  public String toString() {
    return "WebhookChangeBody";
  }
}
