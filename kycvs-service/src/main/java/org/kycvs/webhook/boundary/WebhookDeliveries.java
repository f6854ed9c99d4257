package org.kycvs.webhook.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.shared.id.WebhookDeliveryId;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webhook.control.DeliveryCursors;
import org.kycvs.webhook.control.DeliveryList;
import org.kycvs.webhook.control.DeliveryQueue;
import org.kycvs.webhook.control.EndpointStore;
import org.kycvs.webhook.entity.DeliveryState;
import org.kycvs.webhook.entity.WebhookDelivery;
import org.kycvs.webhook.entity.WebhookEndpoint;
import org.kycvs.webhook.entity.WebhookEvent;

/** What was sent to an organisation's endpoints: only its own, only in the mode of its key. */
@Stateless
public class WebhookDeliveries {
  @Inject private EndpointStore endpoints;
  @Inject private DeliveryList deliveries;
  @Inject private DeliveryQueue queue;
  @Inject private DeliveryCursors cursors;
  @Inject private Event<DeliveriesAdded> added;
  @Inject private Clock clock;

  /**
   * Those of an endpoint, newest first.
   *
   * @param state only those that stand so now
   * @param cursor where to go on, as the page before said
   * @param limit how many at most
   * @throws ProblemException {@code webhook-not-found}, {@code cursor-invalid} if the cursor is not
   *     one of this endpoint and state
   */
  public DeliveryPage list(
      KeyActor caller,
      WebhookId endpoint,
      Optional<DeliveryState> state,
      Optional<String> cursor,
      int limit) {
    find(caller, endpoint);
    OptionalLong before =
        cursor.isPresent()
            ? OptionalLong.of(cursors.read(endpoint, state, cursor.get()))
            : OptionalLong.empty();
    List<WebhookDelivery> found =
        deliveries.newestFirst(caller, endpoint, state, before, clock.instant(), limit + 1);
    List<WebhookDelivery> page = found.subList(0, Math.min(limit, found.size()));
    return new DeliveryPage(
        page,
        found.size() > limit
            ? Optional.of(cursors.write(endpoint, state, page.get(limit - 1).number()))
            : Optional.empty());
  }

  /**
   * One, with its tries.
   *
   * @throws ProblemException {@code webhook-not-found}
   */
  public TriedDelivery get(KeyActor caller, WebhookDeliveryId id) {
    WebhookDelivery delivery =
        deliveries.find(caller, id, clock.instant()).orElseThrow(Webhooks::notFound);
    return new TriedDelivery(delivery, deliveries.attempts(delivery));
  }

  /**
   * Has one sent now, be it that it ended or that it waits, with all its tries and the same event
   * id. One that is being sent at this moment is left to that.
   *
   * @throws ProblemException {@code webhook-not-found}, {@code webhook-disabled}
   */
  public TriedDelivery redeliver(KeyActor caller, WebhookDeliveryId id) {
    Instant now = clock.instant();
    WebhookDelivery delivery = deliveries.lock(caller, id, now).orElseThrow(Webhooks::notFound);
    requireEnabled(find(caller, delivery.endpoint()));
    if (delivery.state() != DeliveryState.SENDING) {
      deliveries.again(delivery, now);
      added.fire(new DeliveriesAdded());
    }
    return get(caller, id);
  }

  /**
   * Sends a test to an endpoint, once.
   *
   * @throws ProblemException {@code webhook-not-found}, {@code webhook-disabled}
   */
  public TriedDelivery test(KeyActor caller, WebhookId endpoint) {
    requireEnabled(find(caller, endpoint));
    Instant now = clock.instant();
    WebhookEvent ping = WebhookEvent.ping(caller.organisation(), caller.mode(), now);
    WebhookDeliveryId id = queue.put(ping, endpoint, now);
    added.fire(new DeliveriesAdded());
    return get(caller, id);
  }

  private WebhookEndpoint find(KeyActor caller, WebhookId id) {
    return endpoints.find(caller, id).orElseThrow(Webhooks::notFound);
  }

  private static void requireEnabled(WebhookEndpoint endpoint) {
    if (endpoint.disabled().isPresent()) {
      throw new ProblemException(
          ProblemCode.WEBHOOK_DISABLED,
          "Nothing is sent to this webhook while it is disabled. Enable it first.");
    }
  }
}
