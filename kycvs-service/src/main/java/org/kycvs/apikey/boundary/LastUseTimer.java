package org.kycvs.apikey.boundary;

import jakarta.annotation.PreDestroy;
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
import org.kycvs.apikey.control.LastUseWriter;

/**
 * Writes down, every fifteen seconds, which keys were used: beside the calls, so that none of them
 * waits for it or for another that uses the same key.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LastUseTimer {
  private static final Logger LOG = System.getLogger(LastUseTimer.class.getName());

  @Inject private LastUseWriter writer;

  /** Writes down what was noted since the last time, and once more when the server stops. */
  @PreDestroy
  @Schedule(hour = "*", minute = "*", second = "*/15", persistent = false)
  public void write() {
    try {
      writer.write();
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "The last use of API keys could not be written; it is tried again: {0}",
          e.toString());
    }
  }
}
