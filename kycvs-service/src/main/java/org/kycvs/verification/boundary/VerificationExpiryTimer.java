package org.kycvs.verification.boundary;

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

/**
 * Ends overdue verifications every ten seconds, and forgets who cannot be told; several nodes share
 * the work by row locks.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VerificationExpiryTimer {
  private static final Logger LOG = System.getLogger(VerificationExpiryTimer.class.getName());
  private static final int BATCH = 100;

  @Inject private VerificationExpiry expiry;

  /** Ends all that are overdue, a hundred at a time, and erases what was kept for messages. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void sweep() {
    try {
      int ended = BATCH;
      while (ended == BATCH) {
        ended = expiry.endOverdue(BATCH);
      }
      expiry.forgetUntold();
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Overdue verifications could not be ended; the next sweep tries: {0}",
          e.toString());
    }
  }
}
