package org.kycvs.webhook.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.organisation.boundary.Organisations;
import org.kycvs.shared.actor.SystemActor;
import org.kycvs.shared.fact.WebhookDisabled;
import org.kycvs.webhook.control.DeliveryQueue;
import org.kycvs.webhook.control.DeliveryResults;
import org.kycvs.webhook.control.EndpointStore;
import org.kycvs.webhook.control.TakenDelivery;
import org.kycvs.webhook.control.Tried;
import org.kycvs.webhook.control.http.Sent.Outcome;
import org.kycvs.webhook.entity.WebhookSettings;

/**
 * The two transactions of a try: one takes deliveries, the other notes what came of one. None is
 * open while something is sent. Several nodes may do so at once.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WebhookDispatch {
  /** A receiver may not put us off for longer than this. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(6);

  /** Blips do not send everything at once, and so do not use up the tries. */
  private static final Duration OUTAGE = Duration.ofMinutes(5);

  /** Waits vary by a tenth, so that what failed together does not come back together. */
  private static final double JITTER = 0.1;

  @Inject private DeliveryQueue queue;
  @Inject private DeliveryResults results;
  @Inject private EndpointStore endpoints;
  @Inject private Organisations organisations;
  @Inject private WebhookSettings settings;
  @Inject private Event<WebhookDisabled> disabled;
  @Inject private Event<DeliveriesAdded> added;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Takes deliveries that are due, a few of each endpoint, so that nobody else sends them.
   *
   * @param failing of endpoints whose last try failed, or of all others
   * @param most how many
   */
  public List<TakenDelivery> take(boolean failing, int most) {
    return queue.take(failing, clock.instant(), most);
  }

  /** Notes that one was not sent after all. */
  public void letGo(TakenDelivery taken) {
    if (results.letGo(taken, clock.instant())) {
      added.fire(new DeliveriesAdded());
    }
  }

  /** Notes how a try went, and decides what comes next. */
  public void note(TakenDelivery taken, Tried tried) {
    Instant now = clock.instant();
    results.keep(taken, tried.attempt());
    if (tried.outcome() == Outcome.DELIVERED) {
      works(taken, now);
    } else {
      results.fails(taken.endpoint().id(), now);
      fails(taken, tried, now);
    }
    // Others may have waited for this one, or for its place at the endpoint.
    added.fire(new DeliveriesAdded());
  }

  private void works(TakenDelivery taken, Instant now) {
    Optional<Instant> since = results.works(taken.endpoint().id(), now);
    if (results.delivered(taken)) {
      if (since.filter(began -> !began.isAfter(now.minus(outage()))).isPresent()) {
        results.hurry(taken.endpoint().id(), now);
      }
    }
  }

  private void fails(TakenDelivery taken, Tried tried, Instant now) {
    if (taken.once()) {
      results.givenUp(taken);
      return;
    }
    Optional<Duration> wait = settings.backoff().after(taken.tries());
    if (tried.outcome() == Outcome.GONE) {
      if (results.again(taken, now)) {
        disable(taken, "gone", "The receiver answered 410: it is gone.", now);
      }
    } else if (wait.isPresent()) {
      results.again(taken, now.plus(longer(varied(wait.get()), tried.retryAfter())));
    } else if (results.givenUp(taken)) {
      disable(
          taken,
          "given-up",
          "An event was not taken in "
              + taken.tries()
              + " tries. The last: "
              + tried.attempt().error().orElse(""),
          now);
    }
  }

  private void disable(TakenDelivery taken, String word, String reason, Instant now) {
    TakenDelivery.Endpoint endpoint = taken.endpoint();
    if (!endpoints.disable(endpoint.id(), reason, now)) {
      return;
    }
    audit.record(
        SystemActor.WEBHOOKS,
        AuditAct.WEBHOOK_DISABLED,
        endpoint.id(),
        Json.createObjectBuilder().add("reason", word).build());
    disabled.fire(
        new WebhookDisabled(
            endpoint.organisation(),
            organisations.get(endpoint.organisation()).contact(),
            endpoint.id(),
            endpoint.target().url(),
            endpoint.mode(),
            reason,
            now));
  }

  private Duration outage() {
    return OUTAGE.dividedBy(settings.hasten());
  }

  private static Duration varied(Duration wait) {
    double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
    return Duration.ofMillis(Math.round(wait.toMillis() * factor));
  }

  private static Duration longer(Duration wait, Optional<Duration> asked) {
    Duration bounded =
        asked
            .map(time -> time.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : time)
            .orElse(wait);
    return bounded.compareTo(wait) > 0 ? bounded : wait;
  }
}
