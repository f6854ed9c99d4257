package org.kycvs.webhook.entity;

import java.time.Instant;
import java.util.Optional;
import org.kycvs.shared.id.WebhookDeliveryId;
import org.kycvs.shared.id.WebhookId;

/**
 * One event on its way to one endpoint.
 *
 * @param number its place among all
 * @param id names it
 * @param endpoint where it goes
 * @param event the event's id, the {@code webhook-id}
 * @param type what happened
 * @param verification which verification it is about
 * @param body what is sent
 * @param state where it stands
 * @param createdAt when the event happened
 * @param nextTryAt when it is sent next, if it waits
 * @param attempts how often it was sent so far
 */
public record WebhookDelivery(
    long number,
    WebhookDeliveryId id,
    WebhookId endpoint,
    String event,
    String type,
    Optional<String> verification,
    String body,
    DeliveryState state,
    Instant createdAt,
    Optional<Instant> nextTryAt,
    int attempts) {}
