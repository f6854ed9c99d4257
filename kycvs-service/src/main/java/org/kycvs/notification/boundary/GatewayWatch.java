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
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.kycvs.notification.control.ReceivedReports;
import org.kycvs.notification.control.RunningGateway;
import org.kycvs.notification.control.SmsGateways;
import org.kycvs.notification.entity.GatewayStanding;

/**
 * Looks after the gateways every five seconds, each on a thread of its own, since one that hangs
 * must not keep the others from being looked at; and writes down what changes.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class GatewayWatch {
  private static final Logger LOG = System.getLogger(GatewayWatch.class.getName());

  @Inject private SmsGateways gateways;
  @Inject private GatewayJournal journal;
  @Inject private SmsDispatch dispatch;
  @Inject private ReceivedReports reports;
  @Resource private ManagedThreadFactory threads;

  private final Map<String, Boolean> brokenOnRecord = new ConcurrentHashMap<>();
  private final Map<String, Boolean> probing = new ConcurrentHashMap<>();
  private ExecutorService probes;
  private ExecutorService writer;

  @PostConstruct
  void start() {
    probes = Executors.newCachedThreadPool(threads);
    writer = Executors.newSingleThreadExecutor(threads);
    gateways.all().forEach(one -> one.onChange(() -> later(() -> noteChange(one))));
  }

  @PreDestroy
  void stop() {
    probes.shutdownNow();
    writer.shutdownNow();
  }

  /** Looks at all of them. */
  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  public void look() {
    for (RunningGateway gateway : gateways.all()) {
      if (probing.putIfAbsent(gateway.name(), true) == null) {
        probes.execute(() -> probe(gateway));
      }
    }
    later(
        () -> {
          journal.standing(gateways.all().stream().map(RunningGateway::standing).toList());
          gateways.all().forEach(one -> dispatch.sendDoubtfulAgain(one.settings()));
        });
  }

  /** Forgets reports that were about no message of ours. */
  @Schedule(hour = "*", minute = "23", persistent = false)
  public void forgetOldReports() {
    later(reports::forgetOld);
  }

  private void probe(RunningGateway gateway) {
    try {
      gateway.probe();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Gateway " + gateway.name() + " could not be looked at", e);
    } finally {
      probing.remove(gateway.name());
    }
  }

  /** A gateway that is only being probed is on record as broken still. */
  private void noteChange(RunningGateway gateway) {
    GatewayStanding standing = gateway.standing();
    boolean isBroken = standing.state() != GatewayStanding.State.WORKING;
    boolean was = brokenOnRecord.getOrDefault(gateway.name(), false);
    if (isBroken == was) {
      return;
    }
    LOG.log(
        isBroken ? Level.WARNING : Level.INFO,
        "SMS gateway {0} {1}{2}",
        gateway.name(),
        isBroken ? "gets no more messages: " : "works again",
        isBroken ? standing.reason() : "");
    int left = (int) gateways.all().stream().filter(RunningGateway::isWorking).count();
    journal.switched(standing, isBroken, left);
    brokenOnRecord.put(gateway.name(), isBroken);
  }

  private void later(Runnable what) {
    try {
      writer.execute(
          () -> {
            try {
              what.run();
            } catch (RuntimeException e) {
              LOG.log(
                  Level.WARNING, "What became of SMS gateways could not be written down: {0}", e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOG.log(Level.DEBUG, "The node is stopping");
    }
  }
}
