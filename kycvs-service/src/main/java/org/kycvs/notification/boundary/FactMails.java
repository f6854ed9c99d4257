package org.kycvs.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kycvs.notification.entity.MailAddress;
import org.kycvs.notification.entity.MailTemplate;
import org.kycvs.shared.fact.SmsGatewaySwitched;
import org.kycvs.shared.fact.SmsStopped;
import org.kycvs.shared.fact.WebhookDisabled;

/**
 * Tells staff what happened, in the transaction in which it did. What a fact says is cut to what a
 * mail can hold: an act is not undone because of its mail.
 */
@ApplicationScoped
public class FactMails {
  private static final int LONGEST = 500;
  private static final String UNFIT = "[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Inject private MailOutbox outbox;

  /** Tells the organisation, or operators if its contact is no e-mail address. */
  void webhookDisabled(@Observes WebhookDisabled fact) {
    Map<String, String> variables =
        Map.of(
            "organisation", fact.organisation().value(),
            "endpoint", fitting(fact.endpoint()),
            "url", fitting(fact.url()),
            "mode", fact.mode().name().toLowerCase(Locale.ROOT),
            "reason", fitting(fact.reason()),
            "at", time(fact.at()));
    Optional<MailAddress> contact = MailAddress.parse(fact.contact());
    if (contact.isPresent()) {
      outbox.put(MailTemplate.WEBHOOK_DISABLED, contact.get(), variables);
    } else {
      outbox.putForOperators(MailTemplate.WEBHOOK_DISABLED, variables);
    }
  }

  /** Tells operators. Each node looks at gateways by itself, so each may tell. */
  void gatewaySwitched(@Observes SmsGatewaySwitched fact) {
    String reason = fitting(fact.reason());
    outbox.putForOperators(
        MailTemplate.SMS_GATEWAY_SWITCHED,
        Map.of(
            "gateway", fitting(fact.gateway()),
            "change", fact.isBroken() ? "gets no more messages" : "gets messages again",
            "reason", reason.isEmpty() ? "it works" : reason,
            "left", Integer.toString(fact.left()),
            "at", time(fact.at())));
  }

  /** Tells operators. */
  void smsStopped(@Observes SmsStopped fact) {
    outbox.putForOperators(
        MailTemplate.SMS_STOPPED_FOR_ORGANISATION,
        Map.of(
            "organisation", fact.organisation().value(),
            "channel", fact.channel().equals("page") ? "on our page" : "at the organisation",
            "sent", Integer.toString(fact.sent()),
            "redeemed", Integer.toString(fact.redeemed()),
            "until", time(fact.until())));
  }

  private static String time(Instant at) {
    return TIME.format(at);
  }

  private static String fitting(String text) {
    String fit = text.replaceAll(UNFIT, " ").strip();
    return fit.length() > LONGEST ? fit.substring(0, LONGEST - 1) + "…" : fit;
  }
}
