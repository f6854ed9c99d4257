package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.notification.control.GatewayPace;
import org.kycvs.notification.control.OutboxStore;
import org.kycvs.notification.control.OutboxStore.Waiting;
import org.kycvs.notification.control.SmsGateway;
import org.kycvs.notification.control.SmsGateways;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.shared.actor.SystemActor;

/**
 * Takes messages out of the outbox and hands them to a gateway. Several nodes may do so at once: a
 * message is taken by one of them, and taken again only if that one died over it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SmsDispatch {
  private static final int BATCH = 50;

  @Inject private OutboxStore outbox;
  @Inject private SmsGateways gateways;
  @Inject private GatewayPace pace;
  @Inject @Any private Instance<SmsTextSource> sources;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Takes the messages that are due, at most fifty, so that nobody else sends them meanwhile. */
  public List<Waiting> take() {
    return outbox.take(clock.instant(), BATCH);
  }

  /**
   * Hands one message to a gateway; drops it if nobody waits for it or it came too late, and
   * suppresses it if its receiver does not want it.
   */
  public void send(Waiting waiting) {
    SmsText text = textOf(waiting);
    Optional<SmsGateway> gateway = gateways.preferred();
    if (gateway.isEmpty() || text instanceof SmsText.NotWaitedFor) {
      outbox.drop(waiting.id());
      audit.record(SystemActor.DISPATCH, AuditAct.SMS_DROPPED, waiting.reference());
    } else if (text instanceof SmsText.Wanted wanted) {
      send(waiting, wanted.message(), gateway.get());
    } else {
      outbox.suppress(waiting.id(), clock.instant().plus(pace.newest()));
      audit.record(SystemActor.DISPATCH, AuditAct.SMS_SUPPRESSED, waiting.reference());
    }
  }

  private void send(Waiting waiting, SmsMessage message, SmsGateway gateway) {
    long began = System.nanoTime();
    gateway.submit(waiting.id(), message);
    pace.note(Duration.ofNanos(System.nanoTime() - began));
    outbox.sent(waiting.id(), gateway.name());
    audit.record(
        SystemActor.DISPATCH,
        AuditAct.SMS_SENT,
        waiting.reference(),
        Json.createObjectBuilder().add("gateway", gateway.name()).build());
  }

  private SmsText textOf(Waiting waiting) {
    if (!clock.instant().isBefore(waiting.notAfter())) {
      return new SmsText.NotWaitedFor();
    }
    return sources.stream()
        .filter(source -> source.template().name().equals(waiting.template()))
        .findFirst()
        .map(source -> source.textFor(waiting.reference()))
        .orElseGet(SmsText.NotWaitedFor::new);
  }
}
