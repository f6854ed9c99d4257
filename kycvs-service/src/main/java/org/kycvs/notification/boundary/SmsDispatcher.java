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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final AtomicBoolean awake = new AtomicBoolean();

  /** How long to leave the database alone after it failed; it doubles with each failure. */
  private volatile Duration pause = Duration.ZERO;

  private volatile Instant notBefore = Instant.MIN;

  @Inject private SmsDispatch dispatch;
  @Inject private Clock clock;
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
    if (!clock.instant().isBefore(notBefore) && awake.compareAndSet(false, true)) {
      empty();
    }
  }

  private void empty() {
    awake.set(false);
    try {
      for (List<Waiting> due = dispatch.take(); !due.isEmpty(); due = dispatch.take()) {
        due.forEach(this::send);
      }
      pause = Duration.ZERO;
    } catch (RuntimeException e) {
      leaveAlone(e);
    }
  }

  private void leaveAlone(RuntimeException failure) {
    Duration doubled = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
    pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    notBefore = clock.instant().plus(pause);
    LOG.log(
        Level.WARNING, "The outbox cannot be read; again in {0}: {1}", pause, failure.toString());
  }

  private void send(Waiting waiting) {
    try {
      dispatch.send(waiting);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A message could not be sent; it is due again later", e);
    }
  }
}
