package org.kycvs.webhook.rest;

import java.util.List;

/**
 * An organisation's webhook endpoints on the wire.
 *
 * @param items all of them, the oldest first
 */
public record WebhookListDocument(List<WebhookDocument> items) {}
