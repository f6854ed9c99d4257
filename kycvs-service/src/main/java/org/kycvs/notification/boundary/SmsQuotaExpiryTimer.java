package org.kycvs.notification.boundary;

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

/** Forgets old days of quotas every hour; there is a row a day for each organisation. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmsQuotaExpiryTimer {
  private static final Logger LOG = System.getLogger(SmsQuotaExpiryTimer.class.getName());

  @Inject private SmsQuotaExpiry expiry;

  /** Forgets what is old enough. */
  @Schedule(hour = "*", minute = "17", persistent = false)
  public void sweep() {
    try {
      expiry.forgetOldDays();
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "Old quotas of messages could not be forgotten; the next sweep tries: {0}",
          e.toString());
    }
  }
}
