package org.kycvs.webhook.boundary;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.webhook.control.DeliveryQueue;
import org.kycvs.webhook.control.EndpointStore;
import org.kycvs.webhook.entity.EndpointChange;
import org.kycvs.webhook.entity.WebhookEndpoint;
import org.kycvs.webhook.entity.WebhookSecret;
import org.kycvs.webhook.entity.WebhookType;

/** An organisation's endpoints: only its own, only in the mode of its key. */
@Stateless
public class Webhooks {
  private static final String BY_ITSELF = "The organisation disabled it.";

  @Inject private EndpointStore endpoints;
  @Inject private DeliveryQueue queue;
  @Inject private AuditLog audit;
  @Inject private Event<DeliveriesAdded> added;
  @Inject private Clock clock;

  /**
   * Adds an endpoint, which gets events from now on. Its URL has been checked for form.
   *
   * @throws ProblemException {@code webhooks-full}
   */
  public AddedWebhook add(
      KeyActor caller, String url, List<WebhookType> types, Optional<String> description) {
    WebhookEndpoint endpoint =
        new WebhookEndpoint(
            WebhookId.random(),
            caller.mode(),
            url,
            description,
            types,
            Optional.empty(),
            Optional.empty(),
            now(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    WebhookSecret secret = WebhookSecret.random();
    if (!endpoints.add(caller, endpoint, secret)) {
      throw new ProblemException(
          ProblemCode.WEBHOOKS_FULL,
          "Your organisation has "
              + WebhookEndpoint.MOST
              + " webhooks in this mode, which is all it may have. Remove one first.");
    }
    audit.record(
        caller,
        AuditAct.WEBHOOK_ADDED,
        endpoint.id().value(),
        Json.createObjectBuilder()
            .add("mode", caller.mode().wire())
            .add("types", words(types))
            .build());
    return new AddedWebhook(endpoint, secret);
  }

  /** All of them, the oldest first. */
  public List<WebhookEndpoint> list(KeyActor caller) {
    return endpoints.all(caller);
  }

  /**
   * One.
   *
   * @throws ProblemException {@code webhook-not-found}
   */
  public WebhookEndpoint get(KeyActor caller, WebhookId id) {
    return endpoints.find(caller, id).orElseThrow(Webhooks::notFound);
  }

  /**
   * Changes one. If it is enabled again, all that waited for it is sent, with all its tries.
   *
   * @throws ProblemException {@code webhook-not-found}
   */
  public WebhookEndpoint change(KeyActor caller, WebhookId id, EndpointChange change) {
    WebhookEndpoint endpoint = lock(caller, id);
    if (change.url().isPresent()
        || change.types().isPresent()
        || change.description().isPresent()) {
      endpoints.change(endpoint, change);
      audit.record(caller, AuditAct.WEBHOOK_CHANGED, id.value(), changed(change));
    }
    if (change.enabled().isPresent()) {
      enable(caller, id, change.enabled().get());
    }
    return get(caller, id);
  }

  /**
   * Gives one a new secret. The former one counts for the overlap; one before that no longer.
   *
   * @throws ProblemException {@code webhook-not-found}
   */
  public AddedWebhook roll(KeyActor caller, WebhookId id, Duration overlap) {
    WebhookEndpoint endpoint = lock(caller, id);
    WebhookSecret secret = WebhookSecret.random();
    Instant now = now();
    endpoints.roll(endpoint.id(), secret, now.plus(overlap), now);
    audit.record(
        caller,
        AuditAct.WEBHOOK_SECRET_ROLLED,
        id.value(),
        Json.createObjectBuilder().add("overlapSeconds", overlap.toSeconds()).build());
    return new AddedWebhook(get(caller, id), secret);
  }

  /**
   * Removes one, with all that waits for it.
   *
   * @throws ProblemException {@code webhook-not-found}
   */
  public void remove(KeyActor caller, WebhookId id) {
    endpoints.delete(lock(caller, id).id());
    audit.record(caller, AuditAct.WEBHOOK_REMOVED, id.value());
  }

  /** The refusal of an id that the caller's organisation and mode do not have. */
  static ProblemException notFound() {
    return new ProblemException(
        ProblemCode.WEBHOOK_NOT_FOUND, "Your organisation has no such webhook in this mode.");
  }

  private WebhookEndpoint lock(KeyActor caller, WebhookId id) {
    return endpoints.lock(caller, id).orElseThrow(Webhooks::notFound);
  }

  private void enable(KeyActor caller, WebhookId id, boolean enabled) {
    Instant now = now();
    if (enabled && endpoints.enable(id)) {
      queue.beginAgain(id, now);
      audit.record(caller, AuditAct.WEBHOOK_ENABLED, id.value());
      added.fire(new DeliveriesAdded());
    } else if (!enabled && endpoints.disable(id.value(), BY_ITSELF, now)) {
      audit.record(
          caller,
          AuditAct.WEBHOOK_DISABLED,
          id.value(),
          Json.createObjectBuilder().add("reason", "asked").build());
    }
  }

  private static JsonObject changed(EndpointChange change) {
    var changed = Json.createObjectBuilder().add("url", change.url().isPresent());
    change.types().ifPresent(types -> changed.add("types", words(types)));
    return changed.build();
  }

  private static String words(List<WebhookType> types) {
    return String.join(" ", types.stream().map(WebhookType::wire).toList());
  }

  /** As precise as the database. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
