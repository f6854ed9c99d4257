package org.kycvs.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.ReceivedMail;
import org.kycvs.shared.fact.SmsGatewaySwitched;
import org.kycvs.shared.fact.SmsStopped;
import org.kycvs.shared.fact.WebhookDisabled;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;

/** What happened is told by mail to whom it concerns. */
class FactMailsIT extends InContainer {
  private static final OrganisationId HOTEL = OrganisationId.random();

  @Inject private Event<WebhookDisabled> webhooks;
  @Inject private Event<SmsGatewaySwitched> gateways;
  @Inject private Event<SmsStopped> stops;
  @Inject private DevelopmentMails mailbox;
  @Inject private UserTransaction transaction;

  @BeforeEach
  void empty() {
    OwnerDatabase.execute("DELETE FROM mail_outbox");
    OwnerDatabase.execute("DELETE FROM development_mail");
  }

  @Test
  void webhookDisabled_contactIsAnAddress_isToldToIt() throws Exception {
    transaction.begin();
    webhooks.fire(disabled("privacy@hotel.example", "The receiver answered 410\r\nGone."));
    transaction.commit();

    ReceivedMail mail = received();
    assertEquals("privacy@hotel.example", mail.to());
    assertEquals("A webhook endpoint gets no more events", mail.subject());
    assertTrue(mail.text().contains("The receiver answered 410  Gone.\n"), mail.text());
    assertTrue(mail.text().contains("Endpoint: whk_a\n"), mail.text());
    assertTrue(mail.text().contains("Address: https://hotel.example/hook?a=1&b=2\n"), mail.text());
    assertTrue(
        mail.text().contains("Mode: live\nSince: 22 November 2026, 10:00 UTC\n"), mail.text());
  }

  @Test
  void webhookDisabled_contactIsNoAddress_isToldToOperators() throws Exception {
    transaction.begin();
    webhooks.fire(disabled("+91 11 2345 6789", "It is gone."));
    transaction.commit();

    assertEquals("kycvs@example.org", received().to());
  }

  @Test
  void webhookDisabled_longAndOddWords_doNotUndoTheAct() throws Exception {
    transaction.begin();
    webhooks.fire(disabled("privacy@hotel.example", "\u202E<b>\t".repeat(300)));
    transaction.commit();

    assertTrue(received().html().contains("&lt;b&gt;"));
  }

  @Test
  void webhookDisabled_actIsUndone_isToldToNobody() throws Exception {
    transaction.begin();
    webhooks.fire(disabled("privacy@hotel.example", "It is gone."));
    transaction.rollback();

    assertEquals("0", OwnerDatabase.line("SELECT count(*) FROM mail_outbox"));
  }

  @Test
  void gatewaySwitched_brokenThenBack_isToldToOperators() throws Exception {
    Instant at = Instant.parse("2026-11-22T10:00:00Z");
    transaction.begin();
    gateways.fire(new SmsGatewaySwitched("kannel", true, "No answer\nin 10 s", 1, at));
    transaction.commit();

    ReceivedMail broken = received();
    assertEquals("kycvs@example.org", broken.to());
    assertEquals("SMS gateway kannel gets no more messages", broken.subject());
    assertTrue(
        broken.text().contains("Why: No answer in 10 s\nGateways that work: 1\n"), broken.text());

    OwnerDatabase.execute("DELETE FROM development_mail");
    transaction.begin();
    gateways.fire(new SmsGatewaySwitched("kannel", false, "", 2, at));
    transaction.commit();
    assertEquals("SMS gateway kannel gets messages again", received().subject());
  }

  @Test
  void smsStopped_isToldToOperatorsWithTheNumbers() throws Exception {
    transaction.begin();
    stops.fire(new SmsStopped(HOTEL, "page", 200, 3, Instant.parse("2026-11-22T11:00:00Z")));
    transaction.commit();

    ReceivedMail mail = received();
    assertEquals("kycvs@example.org", mail.to());
    assertEquals("No more codes for " + HOTEL.value(), mail.subject());
    assertTrue(
        mail.text()
            .contains(
                "Typed: on our page\nSent: 200\nRedeemed: 3\nUntil: 22 November 2026, 11:00 UTC"),
        mail.text());
  }

  private ReceivedMail received() {
    Eventually.isTrue(() -> mailbox.newest().size() == 1);
    return mailbox.newest().get(0);
  }

  private static WebhookDisabled disabled(String contact, String reason) {
    return new WebhookDisabled(
        HOTEL,
        contact,
        "whk_a",
        "https://hotel.example/hook?a=1&b=2",
        Mode.LIVE,
        reason,
        Instant.parse("2026-11-22T10:00:00Z"));
  }
}
