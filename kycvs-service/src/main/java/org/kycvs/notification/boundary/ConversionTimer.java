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
import java.util.Map;
import org.kycvs.notification.control.ConversionCounts;
import org.kycvs.notification.control.ConversionCounts.Account;
import org.kycvs.notification.control.ConversionCounts.Count;

/** Writes down what this node counted of codes, and looks at what all counted. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ConversionTimer {
  private static final Logger LOG = System.getLogger(ConversionTimer.class.getName());

  @Inject private ConversionCounts counts;
  @Inject private ConversionBreaker breaker;

  /** Does both. */
  @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
  public void sweep() {
    Map<Account, Count> taken = counts.take();
    try {
      breaker.add(taken);
    } catch (RuntimeException e) {
      taken.forEach(counts::add);
      LOG.log(Level.WARNING, "Codes could not be counted; the next sweep tries: {0}", e.toString());
      return;
    }
    try {
      breaker.look();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Redeemed codes could not be looked at: {0}", e.toString());
    }
  }

  /** Forgets what is old. */
  @Schedule(hour = "*", minute = "41", persistent = false)
  public void forget() {
    try {
      breaker.forgetOld();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Old counts of codes could not be forgotten: {0}", e.toString());
    }
  }
}
