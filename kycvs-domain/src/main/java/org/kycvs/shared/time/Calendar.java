package org.kycvs.shared.time;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Which day it is for people in the country served.
 *
 * @param clock the clock
 * @param zone the country's time zone
 */
public record Calendar(Clock clock, ZoneId zone) {

  /** Today, there. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
