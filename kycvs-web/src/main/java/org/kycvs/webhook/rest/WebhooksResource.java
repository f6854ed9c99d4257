package org.kycvs.webhook.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kycvs.apikey.boundary.IdempotentCalls;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.entity.OnceCall;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.apikey.rest.CallAnswers;
import org.kycvs.apikey.rest.IdempotencyHeader;
import org.kycvs.apikey.rest.Keyed;
import org.kycvs.apikey.rest.KeyedRequest;
import org.kycvs.apikey.rest.NeedsScope;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.signing.entity.SigningSettings;
import org.kycvs.webhook.boundary.AddedWebhook;
import org.kycvs.webhook.boundary.DeliveryPage;
import org.kycvs.webhook.boundary.TriedDelivery;
import org.kycvs.webhook.boundary.WebhookDeliveries;
import org.kycvs.webhook.boundary.Webhooks;
import org.kycvs.webhook.entity.EndpointChange;
import org.kycvs.webhook.entity.WebhookSettings;
import org.kycvs.webshared.json.JsonBodies;

/** The native API's webhook endpoints. */
@Path("v1/webhooks")
@Keyed
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebhooksResource {
  static final String PATH = "/api/v1/webhooks/";

  @Inject private KeyedCalls calls;
  @Inject private IdempotentCalls onceOnly;
  @Inject private Webhooks webhooks;
  @Inject private WebhookDeliveries deliveries;
  @Inject private WebhookSettings settings;
  @Inject private SigningSettings address;
  @Context private HttpServletRequest request;

  /** Adds an endpoint, and shows its secret once. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @NeedsScope(ApiKeyScope.WEBHOOKS_WRITE)
  public Response addWebhook(@Nullable NewWebhookBody body) {
    NewWebhookBody.Wanted wanted = JsonBodies.required(body).wanted(settings);
    return CallAnswers.response(
        onceOnly.answer(
            call(),
            once(),
            caller -> {
              AddedWebhook added =
                  webhooks.add(caller, wanted.url(), wanted.types(), wanted.description());
              return CallAnswers.created(
                      self(added.endpoint().id().value()), WebhookDocument.withSecret(added))
                  .shownOnce();
            }));
  }

  /** The organisation's endpoints, the oldest first. */
  @GET
  @NeedsScope(ApiKeyScope.WEBHOOKS_READ)
  public WebhookListDocument listWebhooks() {
    return new WebhookListDocument(
        calls.as(call(), webhooks::list).stream().map(WebhookDocument::of).toList());
  }

  /** One endpoint. */
  @GET
  @Path("{id}")
  @NeedsScope(ApiKeyScope.WEBHOOKS_READ)
  public WebhookDocument getWebhook(@PathParam("id") String id) {
    return WebhookDocument.of(calls.as(call(), caller -> webhooks.get(caller, webhook(id))));
  }

  /** Changes an endpoint. */
  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @NeedsScope(ApiKeyScope.WEBHOOKS_WRITE)
  public WebhookDocument changeWebhook(
      @PathParam("id") String id, @Nullable WebhookChangeBody body) {
    EndpointChange change = JsonBodies.required(body).change(settings);
    return WebhookDocument.of(
        calls.as(call(), caller -> webhooks.change(caller, webhook(id), change)));
  }

  /** Removes an endpoint. */
  @DELETE
  @Path("{id}")
  @NeedsScope(ApiKeyScope.WEBHOOKS_WRITE)
  public void removeWebhook(@PathParam("id") String id) {
    calls.as(
        call(),
        caller -> {
          webhooks.remove(caller, webhook(id));
          return Optional.empty();
        });
  }

  /** Gives an endpoint a new secret, and shows it once. */
  @POST
  @Path("{id}/secret")
  @Consumes(MediaType.APPLICATION_JSON)
  @NeedsScope(ApiKeyScope.WEBHOOKS_WRITE)
  public Response rollSecret(@PathParam("id") String id, @Nullable SecretRollBody body) {
    Duration overlap = JsonBodies.required(body).overlap();
    return CallAnswers.response(
        onceOnly.answer(
            call(),
            once(),
            caller ->
                CallAnswers.ok(
                        WebhookDocument.withSecret(webhooks.roll(caller, webhook(id), overlap)))
                    .shownOnce()));
  }

  /** Sends a test to an endpoint. */
  @POST
  @Path("{id}/test")
  @NeedsScope(ApiKeyScope.WEBHOOKS_WRITE)
  public Response testWebhook(@PathParam("id") String id) {
    return CallAnswers.response(
        onceOnly.answer(
            call(),
            once(),
            caller -> {
              TriedDelivery ping = deliveries.test(caller, webhook(id));
              return CallAnswers.created(
                  self("deliveries/" + ping.delivery().id().value()),
                  DeliveryDocument.withAttempts(ping));
            }));
  }

  /** An endpoint's deliveries, newest first. */
  @GET
  @Path("{id}/deliveries")
  @NeedsScope(ApiKeyScope.WEBHOOKS_READ)
  public DeliveryPageDocument listDeliveries(
      @PathParam("id") String id, @BeanParam DeliveryParameters parameters) {
    DeliveryParameters.Wanted wanted = parameters.wanted();
    DeliveryPage page =
        calls.as(
            call(),
            caller ->
                deliveries.list(
                    caller, webhook(id), wanted.state(), wanted.cursor(), wanted.limit()));
    return new DeliveryPageDocument(
        page.items().stream().map(DeliveryDocument::of).toList(), page.nextCursor().orElse(null));
  }

  private PresentedCall call() {
    return KeyedRequest.of(request);
  }

  private Optional<OnceCall> once() {
    return IdempotencyHeader.of(request);
  }

  private URI self(String rest) {
    return URI.create(address.live().value() + PATH + rest);
  }

  private static WebhookId webhook(String id) {
    return WebhookId.parse(id).orElseThrow(WebhookParts::noSuchWebhook);
  }
}
