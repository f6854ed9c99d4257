package org.kycvs.webshared.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while this node's clock and the database's are more than two seconds apart: codes,
 * consents and statements would begin and end at wrong times. How long the question took is given
 * to the node's favour.
 */
@Readiness
@ApplicationScoped
public class ClockHealth implements HealthCheck {
  private static final Duration MOST = Duration.ofSeconds(2);

  @Inject private DatabaseClock database;
  @Inject private Clock clock;

  /** For the container. */
  protected ClockHealth() {}

  ClockHealth(DatabaseClock database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("clock").status(clocksAgree()).build();
  }

  /** Whether the clocks agree; not if the database does not tell. */
  boolean clocksAgree() {
    try {
      Instant before = clock.instant();
      Instant there = database.read();
      return apart(before, there, clock.instant()).compareTo(MOST) <= 0;
    } catch (SQLException e) {
      return false;
    }
  }

  /** How far a time is outside of the span in which it was told. */
  private static Duration apart(Instant before, Instant there, Instant after) {
    if (there.isBefore(before)) {
      return Duration.between(there, before);
    }
    return there.isAfter(after) ? Duration.between(after, there) : Duration.ZERO;
  }
}
