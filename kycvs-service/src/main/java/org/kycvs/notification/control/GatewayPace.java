package org.kycvs.notification.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How long gateways take for a message, so that one which is not sent can seem to take as long: the
 * newest time of this node. Before its first message that is nothing.
 */
@ApplicationScoped
public class GatewayPace {
  private volatile Duration newest = Duration.ZERO;

  /** A gateway took a message in this time. */
  public void note(Duration taken) {
    newest = taken;
  }

  /** How long the newest message took. */
  public Duration newest() {
    return newest;
  }
}
