package org.kycvs.shared.time;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;
import org.kycvs.shared.settings.Settings;

/** Gives the application the time. Nothing else may ask the system for it. */
@ApplicationScoped
public class TimeProducer {

  /** The system's clock, in UTC, to the microsecond: the resolution of what the database keeps. */
  @Produces
  @Dependent
  public Clock clock() {
    return Clock.tick(Clock.systemUTC(), java.time.Duration.ofNanos(1_000));
  }

  /** The calendar of the country served. */
  @Produces
  @Dependent
  public Calendar calendar(Clock clock, Settings settings) {
    return new Calendar(clock, zone(settings));
  }

  /** Reads {@code kycvs.zone}; Asia/Kolkata unless it says otherwise. */
  public static ZoneId zone(Settings settings) {
    return settings.zone("kycvs.zone", ZoneId.of("Asia/Kolkata"));
  }
}
