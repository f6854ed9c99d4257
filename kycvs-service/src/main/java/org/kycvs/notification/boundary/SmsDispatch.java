package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
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
  @Inject @Any private Instance<SmsTextSource> sources;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Takes the messages that are due, at most fifty, so that nobody else sends them meanwhile. */
  public List<Waiting> take() {
    return outbox.take(clock.instant(), BATCH);
  }

  /** Hands one message to a gateway, or drops it if it is no longer wanted or came too late. */
  public void send(Waiting waiting) {
    Optional<SmsMessage> message = Optional.empty();
    if (clock.instant().isBefore(waiting.notAfter())) {
      message = textOf(waiting);
    }
    Optional<SmsGateway> gateway = gateways.preferred();
    if (message.isEmpty() || gateway.isEmpty()) {
      outbox.drop(waiting.id());
      audit.record(SystemActor.DISPATCH, AuditAct.SMS_DROPPED, waiting.reference());
      return;
    }
    gateway.get().send(message.get());
    outbox.sent(waiting.id(), gateway.get().name());
    audit.record(
        SystemActor.DISPATCH,
        AuditAct.SMS_SENT,
        waiting.reference(),
        Json.createObjectBuilder().add("gateway", gateway.get().name()).build());
  }

  private Optional<SmsMessage> textOf(Waiting waiting) {
    return sources.stream()
        .filter(source -> source.template().name().equals(waiting.template()))
        .findFirst()
        .flatMap(source -> source.messageFor(waiting.reference()));
  }
}
