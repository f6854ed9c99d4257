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
import java.util.Locale;
import java.util.Map;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.notification.control.ConversionCounts.Account;
import org.kycvs.notification.control.ConversionCounts.Count;
import org.kycvs.notification.control.ConversionStore;
import org.kycvs.notification.control.ConversionStore.Stop;
import org.kycvs.notification.entity.ConversionSettings;
import org.kycvs.shared.actor.SystemActor;
import org.kycvs.shared.fact.SmsStopped;

/**
 * Stops the codes of an organisation of which hardly any is redeemed: whoever asks for codes only
 * to have them sent earns with each. The hosted page and the API are looked at apart, so that
 * strangers at the page do not stop the organisation's own desk.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ConversionBreaker {
  private static final Duration KEPT = Duration.ofDays(1);

  @Inject private ConversionStore store;
  @Inject private ConversionSettings settings;
  @Inject private AuditLog audit;
  @Inject private Event<SmsStopped> stopped;
  @Inject private Clock clock;

  /** Writes down what a node counted. */
  public void add(Map<Account, Count> counts) {
    Instant now = clock.instant();
    counts.forEach((account, count) -> store.add(account, count, now));
  }

  /** Looks at the last hour of everybody. */
  public void look() {
    if (settings.leastPercent() == 0) {
      return;
    }
    Instant now = clock.instant();
    for (Stop stop : store.stop(settings, now)) {
      String channel = stop.account().channel().name().toLowerCase(Locale.ROOT);
      audit.record(
          SystemActor.QUOTA,
          AuditAct.SMS_STOPPED,
          stop.account().organisation().value(),
          Json.createObjectBuilder()
              .add("channel", channel)
              .add("sent", stop.count().sent())
              .add("redeemed", stop.count().redeemed())
              .add("until", stop.until().toString())
              .build());
      stopped.fire(
          new SmsStopped(
              stop.account().organisation(),
              channel,
              stop.count().sent(),
              stop.count().redeemed(),
              stop.until()));
    }
  }

  /** Forgets minutes that nobody looks at any more. */
  public void forgetOld() {
    store.forgetBefore(clock.instant().minus(KEPT));
  }
}
