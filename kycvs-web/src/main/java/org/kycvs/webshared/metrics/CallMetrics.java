package org.kycvs.webshared.metrics;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Times every API call by its name and the status that it was answered with: {@code
 * kycvs_api_calls} on {@code /metrics}. Neither organisations nor people are told apart.
 */
@Provider
public class CallMetrics implements ContainerRequestFilter, ContainerResponseFilter {
  private static final String BEGAN = CallMetrics.class.getName();
  private static final Metadata CALLS =
      Metadata.builder()
          .withName("kycvs_api_calls")
          .withUnit(MetricUnits.MICROSECONDS)
          .withDescription("API calls by name and status")
          .build();

  @Inject private MetricRegistry metrics;
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BEGAN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(BEGAN) instanceof Long began && resource.getResourceMethod() != null) {
      metrics
          .histogram(
              CALLS,
              new Tag("call", resource.getResourceMethod().getName()),
              new Tag("status", Integer.toString(response.getStatus())))
          .update(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
    }
  }
}
