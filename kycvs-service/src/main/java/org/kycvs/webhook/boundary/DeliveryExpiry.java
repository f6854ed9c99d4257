package org.kycvs.webhook.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.kycvs.webhook.control.DeliveryRetention;

/** Forgets deliveries that are 30 days old, and those of endpoints that were removed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryExpiry {
  private static final Duration KEPT = Duration.ofDays(30);

  @Inject private DeliveryRetention deliveries;
  @Inject private Clock clock;

  /**
   * Forgets some, whether they were delivered or not.
   *
   * @param most how many of each kind, in one transaction
   * @return how many it were
   */
  public int forget(int most) {
    return deliveries.removeBefore(clock.instant().minus(KEPT), most)
        + deliveries.removeDeleted(most);
  }
}
