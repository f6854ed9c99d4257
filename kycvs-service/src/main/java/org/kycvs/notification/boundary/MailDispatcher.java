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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kycvs.notification.control.mail.MailRoutes;
import org.kycvs.notification.control.mail.MailStore.Taken;
import org.kycvs.shared.outbox.DispatchLoop;
import org.kycvs.shared.outbox.OutboxWork;

/**
 * Empties the outbox of mails: as soon as a transaction that filled it has committed, and each
 * second for what is due again or was left behind. One worker on each node: a server that hangs
 * holds up this one, and staff can wait.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailDispatcher {
  private static final Logger LOG = System.getLogger(MailDispatcher.class.getName());
  private static final int WORKERS = 1;

  @Inject private MailDispatch dispatch;
  @Inject private MailRoutes routes;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;

  private volatile @Nullable DispatchLoop<Taken> loop;

  /** Begins, and says so if mails have to wait. */
  @PostConstruct
  void start() {
    if (routes.route().isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Mails wait: no SMTP server is named in kycvs.mail.smtp.host (KYCVS_MAIL_SMTP_HOST)");
    }
    loop = new DispatchLoop<>("mails", WORKERS, threads, clock, new Work());
  }

  /** A transaction that filled the outbox has committed. */
  public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued queued) {
    DispatchLoop<Taken> running = loop;
    if (running != null) {
      running.wake();
    }
  }

  /** Takes up what is due again, or was left behind. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void sweep() {
    DispatchLoop<Taken> running = loop;
    if (running != null) {
      running.sweep();
    }
  }

  @PreDestroy
  void stop() {
    DispatchLoop<Taken> running = loop;
    if (running != null) {
      running.close();
    }
  }

  private final class Work implements OutboxWork<Taken> {
    @Override
    public List<Taken> take(int most) {
      return dispatch.take(most);
    }

    @Override
    public void send(Taken mail) {
      if (!dispatch.isDropped(mail)) {
        dispatch.settle(mail, dispatch.handOver(mail));
      }
    }
  }
}
