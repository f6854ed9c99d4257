package org.kycvs.signing.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.boundary.PublishedKeys;

/**
 * Our public keys and issuer metadata. Anybody may read them, pages of other origins included: a
 * checker in a browser needs them, and they hold nothing that depends on who asks.
 */
@Path("/")
@ApplicationScoped
public class KeyDocuments {
  private static final String JWK_SET = "application/jwk-set+json";

  /** A retired or compromised key is known to every checker after this long. */
  private static final String FIVE_MINUTES = "max-age=300";

  @Inject private PublishedKeys published;

  /** The keys of live statements (RFC 7517). */
  @GET
  @Path("jwks.json")
  @Produces({JWK_SET, MediaType.APPLICATION_JSON})
  public Response liveKeys() {
    return open(published.jwks(Mode.LIVE));
  }

  /** The keys of test statements. */
  @GET
  @Path("test/jwks.json")
  @Produces({JWK_SET, MediaType.APPLICATION_JSON})
  public Response testKeys() {
    return open(published.jwks(Mode.TEST));
  }

  /** Who the issuers are, and between which times each key signed. */
  @GET
  @Path("kycvs.json")
  @Produces(MediaType.APPLICATION_JSON)
  public Response metadata() {
    return open(published.metadata());
  }

  private static Response open(String json) {
    return Response.ok(json)
        .header(HttpHeaders.CACHE_CONTROL, FIVE_MINUTES)
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }
}
