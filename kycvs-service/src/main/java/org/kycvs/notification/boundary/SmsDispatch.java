package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.notification.control.DispatchStore;
import org.kycvs.notification.control.DispatchingNode;
import org.kycvs.notification.control.TakenSms;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.shared.actor.SystemActor;

/**
 * The steps of a message on its way out, each a transaction of its own, so that none is open while
 * a gateway is waited for. A message is taken by one node, begun by the one that took it, and from
 * then on handed over once, or in doubt.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SmsDispatch {
  private static final int BATCH = 500;

  @Inject private DispatchStore outbox;
  @Inject private DispatchingNode node;
  @Inject @Any private Instance<SmsTextSource> sources;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** Takes the messages that are due, so that nobody else sends them meanwhile. */
  public List<TakenSms> take(int most) {
    return outbox.take(node.name(), clock.instant(), most);
  }

  /**
   * Begins to hand a message to a gateway, and says what is to be handed over; or drops it, if
   * nobody waits for it or it came too late. From here on it is in doubt if this node dies.
   *
   * @return empty if there is nothing more to do about it
   */
  public Optional<SmsText> begin(TakenSms taken, String gateway) {
    SmsText text = textOf(taken);
    if (text instanceof SmsText.NotWaitedFor) {
      outbox.drop(taken.id());
      audit.record(SystemActor.DISPATCH, AuditAct.SMS_DROPPED, taken.reference());
      return Optional.empty();
    }
    return outbox.begin(taken, node.name(), gateway, clock.instant())
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A gateway took the message. */
  public void sent(TakenSms taken, String gateway, Optional<String> messageId) {
    outbox.sent(taken.id(), gateway, messageId);
    audit.record(SystemActor.DISPATCH, AuditAct.SMS_SENT, taken.reference(), at(gateway).build());
  }

  /**
   * Its receiver does not want the message. It is not sent, and seems to be what others became.
   *
   * @param seemsDoubtful whether that is in doubt
   */
  public void suppress(TakenSms taken, Duration seemsToTake, boolean seemsDoubtful) {
    outbox.suppress(taken.id(), clock.instant().plus(seemsToTake), seemsDoubtful);
    audit.record(SystemActor.DISPATCH, AuditAct.SMS_SUPPRESSED, taken.reference());
  }

  /** No gateway took the message; it is tried again. */
  public void later(TakenSms taken, Duration wait, String reason) {
    outbox.later(taken.id(), clock.instant().plus(wait), reason);
  }

  /** The message could not be made; that counts as an attempt. */
  public void failed(TakenSms taken, Duration wait) {
    outbox.failed(taken.id(), clock.instant().plus(wait), "It could not be made");
  }

  /** The gateway may have taken the message, or not. */
  public void doubt(TakenSms taken, String gateway, String reason) {
    outbox.doubt(taken.id(), reason);
    audit.record(
        SystemActor.DISPATCH,
        AuditAct.SMS_IN_DOUBT,
        taken.reference(),
        at(gateway).add("reason", reason).build());
  }

  /** No gateway will ever take the message, or it cannot be made. */
  public void setAside(TakenSms taken, String reason) {
    outbox.setAside(taken.id(), reason);
    audit.record(
        SystemActor.DISPATCH,
        AuditAct.SMS_SET_ASIDE,
        taken.reference(),
        Json.createObjectBuilder().add("reason", reason).build());
  }

  /** Puts in doubt what senders that died were handing over, and drops what nobody took in time. */
  public void tidy() {
    Instant now = clock.instant();
    for (DispatchStore.Changed one : outbox.doubtSilent(now, BATCH)) {
      audit.record(SystemActor.DISPATCH, AuditAct.SMS_IN_DOUBT, one.reference());
    }
    for (DispatchStore.Changed one : outbox.dropLate(now, BATCH)) {
      audit.record(SystemActor.DISPATCH, AuditAct.SMS_DROPPED, one.reference());
    }
  }

  /** Has what is in doubt at a gateway for too long sent again, if its settings say so. */
  public void sendDoubtfulAgain(GatewaySettings gateway) {
    if (gateway.sendAgainAfter().isZero()) {
      return;
    }
    Instant now = clock.instant();
    outbox.sendDoubtfulAgain(gateway.name(), now.minus(gateway.sendAgainAfter()), now);
  }

  private SmsText textOf(TakenSms taken) {
    if (!clock.instant().isBefore(taken.notAfter())) {
      return new SmsText.NotWaitedFor();
    }
    return sources.stream()
        .filter(source -> source.template().name().equals(taken.template()))
        .findFirst()
        .map(source -> source.textFor(taken.reference()))
        .orElseGet(SmsText.NotWaitedFor::new);
  }

  private static JsonObjectBuilder at(String gateway) {
    return Json.createObjectBuilder().add("gateway", gateway);
  }
}
