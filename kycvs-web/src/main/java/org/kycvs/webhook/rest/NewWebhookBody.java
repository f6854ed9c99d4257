package org.kycvs.webhook.rest;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.webhook.entity.WebhookSettings;
import org.kycvs.webhook.entity.WebhookType;
import org.kycvs.webshared.input.InputChecks;

/**
 * The body of {@code POST /api/v1/webhooks}.
 *
 * @param url where events go, {@code https}
 * @param types which events
 * @param description the organisation's own word for it, at most 200 characters
 */
public record NewWebhookBody(
    @Nullable String url, @Nullable List<@Nullable String> types, @Nullable String description) {

  /** The parts, each of its form. */
  record Wanted(String url, List<WebhookType> types, Optional<String> description) {}

  Wanted wanted(WebhookSettings settings) {
    InputChecks checks = new InputChecks();
    Wanted wanted =
        new Wanted(
            WebhookParts.url(checks, url, settings),
            WebhookParts.types(checks, types),
            checks.optionalText("/description", description, WebhookParts.LONGEST_DESCRIPTION));
    checks.done();
    return wanted;
  }

  @Override
  public String toString() {
    return "NewWebhookBody";
  }
}
