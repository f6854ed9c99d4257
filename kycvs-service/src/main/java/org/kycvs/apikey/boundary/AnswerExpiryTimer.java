package org.kycvs.apikey.boundary;

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

/** Forgets old answers every minute; several nodes share the work by row locks. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AnswerExpiryTimer {
  private static final Logger LOG = System.getLogger(AnswerExpiryTimer.class.getName());
  private static final int BATCH = 1_000;
  private static final int BATCHES = 100;

  @Inject private AnswerExpiry expiry;

  /** Forgets at most a hundred thousand, a thousand at a time. */
  @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
  public void sweep() {
    try {
      int batches = 1;
      while (expiry.forgetOld(BATCH) == BATCH && batches < BATCHES) {
        batches++;
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Old answers could not be forgotten; the next sweep tries: {0}",
          e.toString());
    }
  }
}
