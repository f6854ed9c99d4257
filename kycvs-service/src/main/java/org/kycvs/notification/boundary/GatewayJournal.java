package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.notification.control.DispatchingNode;
import org.kycvs.notification.control.StandingStore;
import org.kycvs.notification.entity.GatewayStanding;
import org.kycvs.shared.actor.SystemActor;
import org.kycvs.shared.fact.SmsGatewaySwitched;

/** Writes down how this node finds its gateways. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class GatewayJournal {
  private static final Duration SILENT_NODES_KEPT = Duration.ofHours(1);

  @Inject private StandingStore standings;
  @Inject private DispatchingNode node;
  @Inject private AuditLog audit;
  @Inject private Event<SmsGatewaySwitched> switched;
  @Inject private Clock clock;

  /** So they all stand at present. */
  public void standing(List<GatewayStanding> all) {
    Instant now = clock.instant();
    all.forEach(one -> standings.say(node.name(), one, now));
    standings.forgetBefore(now.minus(SILENT_NODES_KEPT));
  }

  /**
   * One of them gets no more messages, or all again.
   *
   * @param isBroken whether it gets none
   * @param left how many still work
   */
  public void switched(GatewayStanding standing, boolean isBroken, int left) {
    Instant now = clock.instant();
    standings.say(node.name(), standing, now);
    audit.record(
        SystemActor.DISPATCH,
        AuditAct.SMS_GATEWAY_SWITCHED,
        standing.gateway(),
        Json.createObjectBuilder()
            .add("node", node.name())
            .add("to", isBroken ? "broken" : "working")
            .add("reason", standing.reason())
            .build());
    switched.fire(
        new SmsGatewaySwitched(standing.gateway(), isBroken, standing.reason(), left, now));
  }
}
