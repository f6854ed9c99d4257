package org.kycvs.notification.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import org.kycvs.notification.control.TakenSms;
import org.kycvs.notification.entity.SmsSettings;
import org.kycvs.shared.outbox.DispatchLoop;

/**
 * Empties the outbox: as soon as a transaction that filled it has committed, and each second for
 * what is due again and what was left behind by a node that died.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmsDispatcher {
  private static final Logger LOG = System.getLogger(SmsDispatcher.class.getName());

  @Inject private SmsSending sending;
  @Inject private SmsDispatch dispatch;
  @Inject private OutboxLoad load;
  @Inject private SmsSettings settings;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;

  private DispatchLoop<TakenSms> loop;

  @PostConstruct
  void start() {
    loop = new DispatchLoop<>("SMS", settings.workers(), threads, clock, sending);
  }

  @PreDestroy
  void stop() {
    loop.close();
  }

  /** A transaction that filled the outbox has committed. */
  public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxFilled filled) {
    loop.wake();
  }

  /** Takes up what is due again or was left behind. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void sweep() {
    loop.sweep();
    try {
      dispatch.tidy();
      load.measure();
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "The outbox could not be tidied; the next sweep tries", e);
    }
  }
}
