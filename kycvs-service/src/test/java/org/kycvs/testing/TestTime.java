package org.kycvs.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives the application the clock that tests move. */
@ApplicationScoped
@Alternative
@Priority(1)
public class TestTime {

  /** In place of the system's. */
  @Produces
  @Dependent
  public Clock clock() {
    return TestClock.INSTANCE;
  }
}
