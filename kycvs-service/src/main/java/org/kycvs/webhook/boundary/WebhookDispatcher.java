package org.kycvs.webhook.boundary;

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
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kycvs.shared.outbox.DispatchLoop;
import org.kycvs.shared.outbox.OutboxWork;
import org.kycvs.webhook.control.TakenDelivery;
import org.kycvs.webhook.control.Tried;
import org.kycvs.webhook.control.WebhookCourier;
import org.kycvs.webhook.control.WebhookMetrics;
import org.kycvs.webhook.entity.WebhookSettings;

/**
 * Sends what is due on this node: as soon as a transaction that made it so has committed, and each
 * second for what became due or was left behind. Endpoints that fail have workers of their own, so
 * that those who wait for an answer which does not come hold up no others.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookDispatcher {
  private static final int WORKERS = 16;
  private static final int WORKERS_OF_FAILING = 8;

  @Inject private WebhookDispatch dispatch;
  @Inject private WebhookCourier courier;
  @Inject private WebhookMetrics metrics;
  @Inject private Clock clock;
  @Resource private ManagedThreadFactory threads;

  private @Nullable DispatchLoop<TakenDelivery> working;
  private @Nullable DispatchLoop<TakenDelivery> failing;

  @PostConstruct
  void begin() {
    working = new DispatchLoop<>("Webhooks", WORKERS, threads, clock, work(false));
    failing =
        new DispatchLoop<>("Failing webhooks", WORKERS_OF_FAILING, threads, clock, work(true));
  }

  @PreDestroy
  void end() {
    if (working != null && failing != null) {
      working.close();
      failing.close();
    }
  }

  /** A transaction that made deliveries due has committed. */
  public void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliveriesAdded deliveries) {
    wake();
  }

  private void wake() {
    if (working != null && failing != null) {
      working.wake();
      failing.wake();
    }
  }

  /** Takes up what became due. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void sweep() {
    if (working != null && failing != null) {
      working.sweep();
      failing.sweep();
    }
  }

  private OutboxWork<TakenDelivery> work(boolean ofFailing) {
    return new OutboxWork<>() {
      @Override
      public List<TakenDelivery> take(int most) {
        return dispatch.take(ofFailing, most);
      }

      @Override
      public void send(TakenDelivery taken) {
        WebhookDispatcher.this.send(taken);
        // An endpoint has room for its next only now.
        wake();
      }
    };
  }

  /** One that waited here too long might count as died before it is answered. */
  private void send(TakenDelivery taken) {
    if (clock.instant().isAfter(taken.until().minus(WebhookSettings.PATIENCE.multipliedBy(2)))) {
      dispatch.letGo(taken);
      return;
    }
    Tried tried = courier.carry(taken);
    metrics.count(taken, tried);
    dispatch.note(taken, tried);
  }
}
