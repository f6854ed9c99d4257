package org.kycvs.sealing.boundary;

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
import org.kycvs.sealing.entity.SealingSettings;

/** Seals anew what is sealed with older keys, each second a bounded number of rows. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResealTimer {
  private static final Logger LOG = System.getLogger(ResealTimer.class.getName());
  private static final int PAGE = 200;

  @Inject private ResealPages pages;
  @Inject private SealingSettings settings;

  /** One second's rows. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void work() {
    try {
      int left = settings.rowsPerSecond();
      int done = 1;
      while (left > 0 && done > 0) {
        done = pages.next(Math.min(PAGE, left));
        left -= done;
      }
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING, "Values could not be sealed anew; it is tried again: {0}", e.toString());
    }
  }
}
