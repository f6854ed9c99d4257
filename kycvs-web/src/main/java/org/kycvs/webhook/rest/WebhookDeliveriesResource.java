package org.kycvs.webhook.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.kycvs.apikey.boundary.IdempotentCalls;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.apikey.entity.ApiKeyScope;
import org.kycvs.apikey.rest.CallAnswers;
import org.kycvs.apikey.rest.IdempotencyHeader;
import org.kycvs.apikey.rest.Keyed;
import org.kycvs.apikey.rest.KeyedRequest;
import org.kycvs.apikey.rest.NeedsScope;
import org.kycvs.shared.id.WebhookDeliveryId;
import org.kycvs.webhook.boundary.WebhookDeliveries;

/** The native API's deliveries to webhook endpoints, by their own ids. */
@Path("v1/webhooks/deliveries")
@Keyed
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class WebhookDeliveriesResource {
  @Inject private KeyedCalls calls;
  @Inject private IdempotentCalls onceOnly;
  @Inject private WebhookDeliveries deliveries;
  @Context private HttpServletRequest request;

  /** One delivery with its attempts. */
  @GET
  @Path("{id}")
  @NeedsScope(ApiKeyScope.WEBHOOKS_READ)
  public DeliveryDocument getDelivery(@PathParam("id") String id) {
    return DeliveryDocument.withAttempts(
        calls.as(KeyedRequest.of(request), caller -> deliveries.get(caller, delivery(id))));
  }

  /** Sends it once more. */
  @POST
  @Path("{id}/redelivery")
  @NeedsScope(ApiKeyScope.WEBHOOKS_WRITE)
  public Response redeliver(@PathParam("id") String id) {
    return CallAnswers.response(
        onceOnly.answer(
            KeyedRequest.of(request),
            IdempotencyHeader.of(request),
            caller ->
                CallAnswers.ok(
                    DeliveryDocument.withAttempts(deliveries.redeliver(caller, delivery(id))))));
  }

  private static WebhookDeliveryId delivery(String id) {
    return WebhookDeliveryId.parse(id).orElseThrow(WebhookParts::noSuchWebhook);
  }
}
