package org.kycvs.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kycvs.notification.control.OutboxStore.Waiting;

/**
 * Empties the outbox: as soon as a transaction that filled it has committed, and each second for
 * what was left behind by a node that died.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SmsDispatcher {
  private static final Logger LOG = System.getLogger(SmsDispatcher.class.getName());

  private final AtomicBoolean awake = new AtomicBoolean();

  @Inject private SmsDispatch dispatch;
  @Resource private ManagedExecutorService workers;

  /** A transaction that filled the outbox has committed. */
  public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxFilled filled) {
    if (awake.compareAndSet(false, true)) {
      workers.execute(this::empty);
    }
  }

  /** Takes up what was left behind. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void sweep() {
    if (awake.compareAndSet(false, true)) {
      empty();
    }
  }

  private void empty() {
    awake.set(false);
    try {
      for (List<Waiting> due = dispatch.take(); !due.isEmpty(); due = dispatch.take()) {
        due.forEach(this::send);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The outbox cannot be read; the next sweep tries again", e);
    }
  }

  private void send(Waiting waiting) {
    try {
      dispatch.send(waiting);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A message could not be sent; it is due again later", e);
    }
  }
}
