package org.kycvs.webhook.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.kycvs.shared.fact.VerificationEnded;
import org.kycvs.webhook.control.DeliveryQueue;
import org.kycvs.webhook.entity.WebhookEvent;
import org.kycvs.webhook.entity.WebhookType;

/** Puts what happened to verifications on its way, in the transaction in which it happened. */
@ApplicationScoped
public class VerificationEvents {
  /** The end is the first that is told of a verification. */
  private static final int FIRST = 1;

  @Inject private DeliveryQueue queue;
  @Inject private Event<DeliveriesAdded> added;

  /** A verification came to its end. */
  public void tell(@Observes VerificationEnded ended) {
    WebhookEvent event =
        WebhookEvent.about(
            new WebhookEvent.Subject(ended.verification(), FIRST, ended.state()),
            WebhookType.ofEnd(ended.state()),
            ended.organisation(),
            ended.mode(),
            ended.at());
    if (queue.put(event, ended.at()) > 0) {
      added.fire(new DeliveriesAdded());
    }
  }
}
