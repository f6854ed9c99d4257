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
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import org.kycvs.audit.boundary.AuditLog;
import org.kycvs.audit.entity.AuditAct;
import org.kycvs.notification.control.ConversionCounts;
import org.kycvs.notification.control.ConversionCounts.Account;
import org.kycvs.notification.control.ConversionStore;
import org.kycvs.notification.control.DailyQuota;
import org.kycvs.notification.control.OutboxStore;
import org.kycvs.notification.control.SmsGateways;
import org.kycvs.notification.control.SmsMetrics;
import org.kycvs.notification.entity.SmsAccount;
import org.kycvs.notification.entity.SmsProgress;
import org.kycvs.notification.entity.SmsSettings;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.notification.entity.SmsUrgency;
import org.kycvs.shared.actor.SystemActor;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.shared.time.Calendar;

/** Messages to people, kept in the transaction that wants them sent, and sent after it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SmsOutbox {
  @Inject private OutboxStore outbox;
  @Inject private SmsGateways gateways;
  @Inject private OutboxLoad load;
  @Inject private SmsMetrics metrics;
  @Inject private ConversionCounts conversion;
  @Inject private ConversionStore stops;
  @Inject private Event<OutboxFilled> filled;
  @Inject private SmsSettings settings;
  @Inject private AuditLog audit;
  @Inject private Calendar calendar;
  @Inject private Clock clock;

  /**
   * Puts a message into the outbox and counts it in the organisation's day. All messages of an
   * organisation wait here for each other until their transactions end: let this be the last that
   * is done.
   *
   * @param reference what the template's {@link SmsTextSource} knows the message by
   * @param notAfter when it is no longer worth sending
   * @param account in whose quota it is counted
   * @throws ProblemException {@code sms-unavailable} if there is no gateway to send it, {@code
   *     too-many-requests} if the day's quota is used up, {@code sms-stopped} if hardly any of the
   *     organisation's codes is redeemed
   */
  public void put(SmsTemplate template, String reference, Instant notAfter, SmsAccount account) {
    requireRoom();
    Instant now = clock.instant();
    DailyQuota quota = quota(account, now);
    OptionalInt sent =
        outbox.putCounted(
            template, reference, now, notAfter, SmsUrgency.CODE, account.channel(), quota);
    if (sent.isEmpty()) {
      throw refused(account, quota, now);
    }
    if (sent.getAsInt() == quota.most()) {
      audit.record(
          SystemActor.QUOTA,
          AuditAct.SMS_QUOTA_REACHED,
          quota.organisation().value(),
          Json.createObjectBuilder()
              .add("day", quota.day().toString())
              .add("quota", quota.most())
              .build());
    }
    metrics.asked(account.organisation());
    conversion.sent(account.organisation(), account.channel());
    filled.fire(new OutboxFilled());
  }

  /**
   * Puts a message into the outbox that is counted in no quota and kept even if no gateway works at
   * present.
   *
   * @param reference what the template's {@link SmsTextSource} knows the message by
   * @param notAfter when it is no longer worth sending
   */
  public void putOutsideQuota(
      SmsTemplate template, String reference, Instant notAfter, SmsUrgency urgency) {
    outbox.put(template, reference, clock.instant(), notAfter, urgency);
    filled.fire(new OutboxFilled());
  }

  /**
   * Makes sure that a code could leave in time, before anything is kept of who asks for one.
   *
   * @throws ProblemException {@code sms-unavailable} if no gateway works, or too many wait
   */
  public void requireRoom() {
    if (!gateways.areWorking() || load.isFull()) {
      throw new ProblemException(
          ProblemCode.SMS_UNAVAILABLE, "No SMS can be sent at present. Try again in a minute.");
    }
  }

  /** A code that was sent for an account has been redeemed. */
  public void codeRedeemed(SmsAccount account) {
    conversion.redeemed(account.organisation(), account.channel());
  }

  /** How far the newest code of each of the references came; nothing of those that have none. */
  public Map<String, SmsProgress> progress(Collection<String> references) {
    return outbox.progress(references, clock.instant());
  }

  private DailyQuota quota(SmsAccount account, Instant now) {
    return new DailyQuota(
        account.organisation(),
        LocalDate.ofInstant(now, calendar.zone()),
        account.dailyQuota().orElse(settings.dailyQuota()));
  }

  private ProblemException refused(SmsAccount account, DailyQuota quota, Instant now) {
    return stops
        .stoppedUntil(new Account(account.organisation(), account.channel()), now)
        .map(
            until ->
                new ProblemException(
                    ProblemCode.SMS_STOPPED,
                    "So few of your organisation's codes are redeemed that no more are sent for"
                        + " now. Look at who asks with your keys. Whoever runs the installation"
                        + " can let you send earlier than Retry-After says.",
                    Map.of("retryAfter", secondsUntil(until, now))))
        .orElseGet(() -> usedUp(quota, now));
  }

  private static int secondsUntil(Instant until, Instant now) {
    return Math.toIntExact(Duration.between(now, until).plusSeconds(1).minusNanos(1).toSeconds());
  }

  private ProblemException usedUp(DailyQuota quota, Instant now) {
    Instant tomorrow = quota.day().plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    return new ProblemException(
        ProblemCode.TOO_MANY_REQUESTS,
        "Your organisation's messages of this day are used up. Whoever runs the installation can"
            + " give you more; the next day begins when Retry-After is over.",
        Map.of("retryAfter", secondsUntil(tomorrow, now)));
  }
}
