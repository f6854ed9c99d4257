package org.kycvs.webhook.boundary;

import java.util.List;
import java.util.Optional;
import org.kycvs.webhook.entity.WebhookDelivery;

/**
 * A page of an endpoint's deliveries, newest first.
 *
 * @param items the deliveries
 * @param nextCursor where the next page begins, if there is one
 */
public record DeliveryPage(List<WebhookDelivery> items, Optional<String> nextCursor) {}
