package org.kycvs.apikey.rest;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.apikey.entity.PresentedCall;
import org.kycvs.webshared.edge.AccessLine;
import org.kycvs.webshared.edge.ClientAddress;
import org.kycvs.webshared.rate.RateFields;

/**
 * Refuses a keyed call that carries nothing like an API key before its body is read, and keeps what
 * is needed to authenticate it.
 */
@Provider
@Keyed
@Priority(Priorities.AUTHENTICATION)
public class KeyedFilter implements ContainerRequestFilter {
  @Context private HttpHeaders headers;
  @Context private HttpServletRequest request;
  @Context private ResourceInfo resource;
  @Inject private ClientAddress addresses;

  @Override
  public void filter(ContainerRequestContext context) {
    boolean ownFirst = resource.getResourceMethod().isAnnotationPresent(OwnHeaderFirst.class);
    PresentedApiKey key = ownFirst ? ApiKeyHeader.ownFirst(headers) : ApiKeyHeader.of(headers);
    NeedsScope needed = resource.getResourceMethod().getAnnotation(NeedsScope.class);
    if (needed == null) {
      throw new IllegalStateException(resource.getResourceMethod() + " needs no scope");
    }
    request.setAttribute(
        KeyedRequest.PRESENTED,
        new PresentedCall(
            key,
            needed.value(),
            addresses.of(request),
            standing -> RateFields.keep(request, standing),
            () -> AccessLine.of(request).proven(key.id().value())));
  }
}
