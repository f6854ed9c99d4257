package org.kycvs.apikey.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses a keyed call that carries nothing like an API key before its body is read. */
@Provider
@Keyed
@Priority(Priorities.AUTHENTICATION)
public class KeyedFilter implements ContainerRequestFilter {
  @Context private HttpHeaders headers;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(KeyedFilter.class.getName(), ApiKeyHeader.of(headers));
  }
}
