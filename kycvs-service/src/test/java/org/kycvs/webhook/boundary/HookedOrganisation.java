package org.kycvs.webhook.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.client.webhook.WebhookEvent;
import org.kycvs.client.webhook.WebhookVerifier;
import org.kycvs.shared.fact.VerificationEnded;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.mobile.MobileNumber;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.Calls;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.Journey;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.Receiver;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.Confirmation;
import org.kycvs.webhook.control.DeliveryQueue;
import org.kycvs.webhook.entity.WebhookType;

/** The steps of organisations with webhooks, each a call with an API key. */
@Dependent
public class HookedOrganisation {
  private static final String CODE = "246810";

  @Inject private KeyedCalls calls;
  @Inject private Webhooks webhooks;
  @Inject private Journey journey;
  @Inject private DeliveryQueue queue;
  @Inject private VerificationEvents events;
  @Inject private UserTransaction transaction;

  /** Adds an endpoint of test mode. */
  AddedWebhook add(AskingOrganisation organisation, Receiver receiver, WebhookType... types) {
    return add(organisation, Mode.TEST, receiver, types);
  }

  /** Adds an endpoint; without types it gets all. */
  AddedWebhook add(
      AskingOrganisation organisation, Mode mode, Receiver receiver, WebhookType... types) {
    List<WebhookType> wanted = types.length == 0 ? WebhookType.wanted() : Arrays.asList(types);
    return calls.as(
        Calls.with(organisation.key(mode)),
        caller -> webhooks.add(caller, receiver.url(), wanted, Optional.empty()));
  }

  /** Asks about a test person. */
  VerificationId ask(AskingOrganisation organisation, String person) {
    return journey
        .ask(
            organisation,
            Mode.TEST,
            Journey.question(MobileNumber.ofStored("+9155555000" + person), "Asha Rao"))
        .verification()
        .id();
  }

  /** Asks about a test person and brings the code. */
  VerificationId complete(AskingOrganisation organisation) {
    VerificationId id = ask(organisation, "02");
    Confirmation answered = confirm(organisation, id, CODE);
    if (!(answered instanceof Confirmation.Completed)) {
      throw new IllegalStateException(answered.toString());
    }
    return id;
  }

  /** Brings a code. */
  Confirmation confirm(AskingOrganisation organisation, VerificationId id, String code) {
    return journey.confirm(organisation, Mode.TEST, id, code, OptionalInt.empty());
  }

  /** Some verification ends, as the feature of verifications would tell. */
  VerificationId end(AskingOrganisation organisation, String state) {
    VerificationId id = VerificationId.random();
    committed(
        () ->
            events.tell(
                new VerificationEnded(
                    organisation.id(), Mode.TEST, id, state, TestClock.INSTANCE.instant())));
    return id;
  }

  /** A consent is withdrawn, as a feature to come will tell. */
  void withdraw(AskingOrganisation organisation, VerificationId id) {
    committed(
        () -> {
          int unused =
              queue.put(
                  org.kycvs.webhook.entity.WebhookEvent.about(
                      new org.kycvs.webhook.entity.WebhookEvent.Subject(id, 2, "completed"),
                      WebhookType.CONSENT_WITHDRAWN,
                      organisation.id(),
                      Mode.TEST,
                      TestClock.INSTANCE.instant()),
                  TestClock.INSTANCE.instant());
        });
  }

  /** Does something in a transaction of its own. */
  void committed(Runnable work) {
    try {
      transaction.begin();
      work.run();
      transaction.commit();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a receiver got, each verified with the endpoint's secret. */
  static List<WebhookEvent> events(Receiver receiver, AddedWebhook endpoint) {
    WebhookVerifier verifier =
        WebhookVerifier.of(endpoint.secret().reveal()).by(TestClock.INSTANCE);
    return receiver.requests().stream()
        .map(
            request ->
                verifier.verify(
                    request.headers()::get,
                    request.body().getBytes(java.nio.charset.StandardCharsets.UTF_8)))
        .toList();
  }

  /** Waits until nothing is being sent to an endpoint, and nothing is due. */
  static void settle(WebhookId endpoint) {
    Eventually.isTrue(
        () ->
            OwnerDatabase.line(
                    """
                    SELECT count(*) FROM webhook_delivery d JOIN webhook_endpoint e
                        ON e.id = d.endpoint_id
                    WHERE e.id = ? AND e.state = 'ENABLED'
                      AND (d.state = 'SENDING'
                           OR d.state = 'WAITING' AND d.due_at <= ?
                              AND NOT EXISTS (
                                SELECT FROM webhook_delivery b
                                WHERE b.endpoint_id = d.endpoint_id AND b.number < d.number
                                  AND b.verification_id = d.verification_id
                                  AND b.state IN ('WAITING', 'SENDING')))
                    """,
                    endpoint.value(),
                    Timestamp.from(TestClock.INSTANCE.instant()))
                .equals("0"));
  }

  /** How many deliveries of an endpoint are in a state. */
  static int count(WebhookId endpoint, String state) {
    return Integer.parseInt(
        OwnerDatabase.line(
            "SELECT count(*) FROM webhook_delivery WHERE endpoint_id = ? AND state = ?",
            endpoint.value(),
            state));
  }
}
