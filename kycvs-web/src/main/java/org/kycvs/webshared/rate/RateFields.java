package org.kycvs.webshared.rate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.kycvs.shared.rate.RateStanding;

/**
 * Tells in each answer, a refusal too, how the limit stands that the call was counted in: {@code
 * RateLimit-Policy} and {@code RateLimit}, as draft-ietf-httpapi-ratelimit-headers-10 has them.
 */
@Provider
public class RateFields implements ContainerResponseFilter {
  private static final String STANDING = RateFields.class.getName();

  @Context private HttpServletRequest request;

  /** Keeps how the limit of a request stands, for its answer. */
  public static void keep(HttpServletRequest request, RateStanding standing) {
    request.setAttribute(STANDING, standing);
  }

  @Override
  public void filter(ContainerRequestContext call, ContainerResponseContext answer) {
    if (request.getAttribute(STANDING) instanceof RateStanding standing) {
      answer.getHeaders().putSingle("RateLimit-Policy", standing.policyField());
      answer.getHeaders().putSingle("RateLimit", standing.field());
    }
  }
}
