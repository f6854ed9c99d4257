package org.kycvs.webhook.boundary;

import java.util.List;
import org.kycvs.webhook.entity.WebhookAttempt;
import org.kycvs.webhook.entity.WebhookDelivery;

/**
 * A delivery and how its tries went.
 *
 * @param delivery the delivery
 * @param attempts its last fifty tries, the last first
 */
public record TriedDelivery(WebhookDelivery delivery, List<WebhookAttempt> attempts) {}
