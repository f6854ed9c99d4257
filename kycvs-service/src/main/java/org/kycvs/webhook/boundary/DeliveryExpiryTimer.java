package org.kycvs.webhook.boundary;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Forgets old deliveries every ten minutes; several nodes share the work by row locks. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DeliveryExpiryTimer {
  private static final Logger LOG = System.getLogger(DeliveryExpiryTimer.class.getName());
  private static final int BATCH = 500;
  private static final int BATCHES = 200;

  @Inject private DeliveryExpiry expiry;

  /** Forgets at most a hundred thousand, five hundred at a time. */
  @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false)
  public void sweep() {
    try {
      int batches = 1;
      while (expiry.forget(BATCH) > 0 && batches < BATCHES) {
        batches++;
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Old deliveries could not be forgotten; the next sweep tries: {0}",
          e.toString());
    }
  }
}
