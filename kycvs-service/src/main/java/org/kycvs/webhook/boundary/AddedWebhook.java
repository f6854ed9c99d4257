package org.kycvs.webhook.boundary;

import org.kycvs.webhook.entity.WebhookEndpoint;
import org.kycvs.webhook.entity.WebhookSecret;

/**
 * An endpoint with a new secret, to be shown once.
 *
 * @param endpoint the endpoint
 * @param secret what its events are signed with
 */
public record AddedWebhook(WebhookEndpoint endpoint, WebhookSecret secret) {}
