package org.kycvs.webshared.drain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready once the drain has begun. */
@Readiness
@ApplicationScoped
public class DrainHealth implements HealthCheck {
  @Inject private Drain drain;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("taking-requests").status(!drain.hasBegun()).build();
  }
}
