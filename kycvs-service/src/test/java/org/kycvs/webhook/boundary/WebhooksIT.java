package org.kycvs.webhook.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.boundary.KeyActor;
import org.kycvs.apikey.boundary.KeyedCalls;
import org.kycvs.client.webhook.WebhookVerifier;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.id.WebhookDeliveryId;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.Calls;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.Receiver;
import org.kycvs.testing.TestClock;
import org.kycvs.webhook.entity.DeliveryState;
import org.kycvs.webhook.entity.EndpointChange;
import org.kycvs.webhook.entity.WebhookAttempt;
import org.kycvs.webhook.entity.WebhookDelivery;
import org.kycvs.webhook.entity.WebhookEndpoint;

/** What an organisation can do with its endpoints and deliveries. */
class WebhooksIT extends InContainer {
  private static final EndpointChange ENABLE =
      new EndpointChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true));
  private static final EndpointChange DISABLE =
      new EndpointChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(false));

  @Inject private HookedOrganisation hooked;
  @Inject private KeyedCalls calls;
  @Inject private Webhooks webhooks;
  @Inject private WebhookDeliveries deliveries;
  @Inject private DeliveryExpiry expiry;

  private final Receiver receiver = Receiver.start();
  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
  }

  @AfterEach
  void end() {
    receiver.close();
    OwnerDatabase.execute(
        "UPDATE webhook_endpoint SET state = 'DISABLED', disabled_reason = 'x', disabled_at = now()"
            + " WHERE state = 'ENABLED'");
  }

  @Test
  void add_ofTwentyAtOnce_tenAreTaken() {
    List<Boolean> added =
        AtOnce.call(
            20,
            8,
            () -> {
              try {
                return hooked.add(organisation, receiver) != null;
              } catch (ProblemException e) {
                assertEquals(ProblemCode.WEBHOOKS_FULL, e.code());
                return false;
              }
            });

    assertEquals(10, added.stream().filter(one -> one).count());
    assertEquals(10, as(webhooks::list).size());
    assertTrue(hooked.add(organisation, Mode.LIVE, receiver) != null, "the other mode has its own");
    WebhookId one = as(webhooks::list).get(0).id();
    as(
        caller -> {
          webhooks.remove(caller, one);
          return true;
        });
    assertTrue(hooked.add(organisation, receiver) != null);
  }

  @Test
  void secret_isSealedAndNowhereInTheDatabase() {
    AddedWebhook added = hooked.add(organisation, receiver);
    String row =
        OwnerDatabase.line(
            "SELECT CAST(e AS text) FROM webhook_endpoint e WHERE id = ?",
            added.endpoint().id().value());

    assertFalse(row.contains(added.secret().reveal().substring(6)));
    assertFalse(
        row.contains(java.util.HexFormat.of().formatHex(added.secret().bytes())), "in clear");
  }

  @Test
  void roll_duringTheOverlap_bothSecretsSign() {
    AddedWebhook first = hooked.add(organisation, receiver);
    WebhookId id = first.endpoint().id();
    AddedWebhook second = as(caller -> webhooks.roll(caller, id, Duration.ofHours(1)));
    assertTrue(second.endpoint().formerSecretUntil().isPresent());
    hooked.end(organisation, "completed");
    Eventually.isTrue(() -> receiver.requests().size() == 1);
    assertTrue(isSignedBy(first, 0) && isSignedBy(second, 0));

    TestClock.INSTANCE.advance(Duration.ofHours(1));
    hooked.end(organisation, "completed");
    Eventually.isTrue(() -> receiver.requests().size() == 2);
    assertFalse(isSignedBy(first, 1), "the overlap is over");
    assertTrue(isSignedBy(second, 1));

    AddedWebhook third = as(caller -> webhooks.roll(caller, id, Duration.ZERO));
    hooked.end(organisation, "completed");
    Eventually.isTrue(() -> receiver.requests().size() == 3);
    assertFalse(isSignedBy(second, 2), "without overlap it ends at once");
    assertTrue(isSignedBy(third, 2));
  }

  private boolean isSignedBy(AddedWebhook endpoint, int number) {
    Receiver.Request request = receiver.requests().get(number);
    try {
      WebhookVerifier verifier =
          WebhookVerifier.of(endpoint.secret().reveal()).by(TestClock.INSTANCE);
      return !verifier
          .verify(request.headers()::get, request.body().getBytes(StandardCharsets.UTF_8))
          .id()
          .isEmpty();
    } catch (org.kycvs.client.webhook.WebhookRefusedException e) {
      return false;
    }
  }

  @Test
  void test_ofAReceiverThatFails_isSentOnceAndDisablesNothing() {
    WebhookId id = hooked.add(organisation, receiver.with(Receiver.answering(500))).endpoint().id();
    WebhookDeliveryId ping = as(caller -> deliveries.test(caller, id)).delivery().id();

    Eventually.isTrue(() -> state(ping) == DeliveryState.GIVEN_UP);
    TestClock.INSTANCE.advance(Duration.ofDays(2));
    Eventually.pause(Duration.ofMillis(1500));
    assertEquals(1, receiver.requests().size());
    WebhookEndpoint endpoint = as(caller -> webhooks.get(caller, id));
    assertTrue(endpoint.disabled().isEmpty());
    assertTrue(endpoint.failingSince().isPresent());
    assertTrue(receiver.bodies().get(0).contains("\"type\":\"ping\""));
  }

  @Test
  void get_afterATry_tellsWhatWasSentAndAnswered() {
    receiver.with(
        Receiver.raw("HTTP/1.1 400 x\r\nX-Why: bad\r\nContent-Length: 6\r\n\r\nno\0\377so"));
    WebhookId id = hooked.add(organisation, receiver).endpoint().id();
    WebhookDeliveryId ping = as(caller -> deliveries.test(caller, id)).delivery().id();
    Eventually.isTrue(() -> state(ping) == DeliveryState.GIVEN_UP);

    TriedDelivery tried = as(caller -> deliveries.get(caller, ping));
    WebhookAttempt attempt = tried.attempts().get(0);
    Receiver.Request got = receiver.requests().get(0);
    assertEquals(got.body(), tried.delivery().body());
    assertEquals(receiver.url(), attempt.url());
    for (String name : List.of("webhook-id", "webhook-timestamp", "webhook-signature")) {
      assertTrue(attempt.requestHeaders().contains(name + ": " + got.headers().get(name)));
    }
    assertEquals(400, attempt.answer().orElseThrow().status());
    assertTrue(attempt.answer().orElseThrow().headers().contains("X-Why: bad"));
    assertEquals(6, attempt.answer().orElseThrow().body().length);
    assertTrue(attempt.error().orElseThrow().contains("400"));
  }

  @Test
  void redeliver_delivered_isSentAgainWithTheSameEvent() {
    WebhookId id = hooked.add(organisation, receiver).endpoint().id();
    hooked.end(organisation, "completed");
    Eventually.isTrue(() -> HookedOrganisation.count(id, "DELIVERED") == 1);
    WebhookDelivery delivery = list(id, Optional.empty()).get(0);

    TriedDelivery again = as(caller -> deliveries.redeliver(caller, delivery.id()));
    assertEquals(DeliveryState.WAITING, again.delivery().state());
    Eventually.isTrue(() -> receiver.requests().size() == 2);
    assertEquals(
        receiver.requests().get(0).headers().get("webhook-id"),
        receiver.requests().get(1).headers().get("webhook-id"));
    assertEquals(receiver.bodies().get(0), receiver.bodies().get(1));
    Eventually.isTrue(() -> state(delivery.id()) == DeliveryState.DELIVERED);
    assertEquals(2, as(caller -> deliveries.get(caller, delivery.id())).attempts().size());
  }

  @Test
  void disabled_holdsEventsAndEnabledSendsThemInOrder() {
    WebhookId id = hooked.add(organisation, receiver).endpoint().id();
    assertTrue(as(caller -> webhooks.change(caller, id, DISABLE)).disabled().isPresent());
    VerificationId first = hooked.end(organisation, "completed");
    VerificationId second = hooked.end(organisation, "locked");
    Eventually.pause(Duration.ofMillis(1500));
    assertEquals(List.of(), receiver.requests());
    assertEquals(2, list(id, Optional.of(DeliveryState.HELD)).size());
    assertEquals(0, list(id, Optional.of(DeliveryState.WAITING)).size());
    WebhookDeliveryId held = list(id, Optional.empty()).get(0).id();
    assertRefused(ProblemCode.WEBHOOK_DISABLED, caller -> deliveries.redeliver(caller, held));
    assertRefused(ProblemCode.WEBHOOK_DISABLED, caller -> deliveries.test(caller, id));

    assertTrue(as(caller -> webhooks.change(caller, id, ENABLE)).disabled().isEmpty());
    Eventually.isTrue(() -> receiver.requests().size() == 2);
    assertTrue(receiver.bodies().toString().contains(first.value()));
    assertTrue(receiver.bodies().toString().contains(second.value()));
  }

  @Test
  void remove_withEventsThatWait_sendsNothingAndIsForgotten() {
    WebhookId id = hooked.add(organisation, receiver).endpoint().id();
    as(caller -> webhooks.change(caller, id, DISABLE));
    hooked.end(organisation, "completed");
    as(
        caller -> {
          webhooks.remove(caller, id);
          return true;
        });
    hooked.end(organisation, "completed");

    assertRefused(ProblemCode.WEBHOOK_NOT_FOUND, caller -> webhooks.get(caller, id));
    while (expiry.forget(1) > 0) {
      assertEquals(List.of(), receiver.requests());
    }
    assertEquals(
        "0", OwnerDatabase.line("SELECT count(*) FROM webhook_endpoint WHERE id = ?", id.value()));
  }

  @Test
  void forget_afterThirtyDays_notBefore() {
    WebhookId id = hooked.add(organisation, receiver).endpoint().id();
    hooked.end(organisation, "completed");
    Eventually.isTrue(() -> HookedOrganisation.count(id, "DELIVERED") == 1);

    TestClock.INSTANCE.advance(Duration.ofDays(30).minusMinutes(1));
    while (expiry.forget(100) > 0) {
      assertEquals(1, HookedOrganisation.count(id, "DELIVERED"));
    }
    assertEquals(1, HookedOrganisation.count(id, "DELIVERED"));
    TestClock.INSTANCE.advance(Duration.ofMinutes(1));
    while (expiry.forget(100) > 0) {
      assertTrue(HookedOrganisation.count(id, "DELIVERED") <= 1);
    }
    assertEquals(0, HookedOrganisation.count(id, "DELIVERED"));
  }

  @Test
  void anothersIds_areNobodys() {
    WebhookId id = hooked.add(organisation, receiver).endpoint().id();
    WebhookDeliveryId ping = as(caller -> deliveries.test(caller, id)).delivery().id();
    List<Function<KeyActor, Object>> acts =
        List.of(
            caller -> webhooks.get(caller, id),
            caller -> webhooks.change(caller, id, DISABLE),
            caller -> webhooks.roll(caller, id, Duration.ZERO),
            caller -> {
              webhooks.remove(caller, id);
              return true;
            },
            caller -> deliveries.test(caller, id),
            caller -> deliveries.list(caller, id, Optional.empty(), Optional.empty(), 10),
            caller -> deliveries.get(caller, ping),
            caller -> deliveries.redeliver(caller, ping));
    AskingOrganisation other = AskingOrganisation.make();

    for (var key : List.of(other.live(), other.test(), organisation.live())) {
      assertEquals(List.of(), calls.as(Calls.with(key), webhooks::list));
      for (Function<KeyActor, Object> act : acts) {
        ProblemException refusal =
            assertThrows(ProblemException.class, () -> calls.as(Calls.with(key), act));
        assertEquals(ProblemCode.WEBHOOK_NOT_FOUND, refusal.code());
      }
    }
    assertTrue(as(caller -> webhooks.get(caller, id)).disabled().isEmpty());
  }

  @Test
  void list_byPages_hasEachOnceNewestFirst() {
    WebhookId id = hooked.add(organisation, receiver).endpoint().id();
    for (int i = 0; i < 5; i++) {
      hooked.end(organisation, "completed");
    }
    Eventually.isTrue(() -> HookedOrganisation.count(id, "DELIVERED") == 5);
    List<Long> numbers = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Optional<String> from = cursor;
      DeliveryPage page =
          as(caller -> deliveries.list(caller, id, Optional.of(DeliveryState.DELIVERED), from, 2));
      page.items().forEach(one -> numbers.add(one.number()));
      cursor = page.nextCursor();
    } while (cursor.isPresent());

    assertEquals(5, numbers.size());
    assertEquals(numbers.stream().sorted(java.util.Comparator.reverseOrder()).toList(), numbers);
    Optional<String> ofOtherFilter =
        as(caller -> deliveries.list(caller, id, Optional.empty(), Optional.empty(), 1))
            .nextCursor();
    assertRefused(
        ProblemCode.CURSOR_INVALID,
        caller ->
            deliveries.list(caller, id, Optional.of(DeliveryState.DELIVERED), ofOtherFilter, 1));
  }

  private DeliveryState state(WebhookDeliveryId id) {
    return as(caller -> deliveries.get(caller, id)).delivery().state();
  }

  private List<WebhookDelivery> list(WebhookId id, Optional<DeliveryState> state) {
    return as(caller -> deliveries.list(caller, id, state, Optional.empty(), 50)).items();
  }

  private <R> R as(Function<KeyActor, R> call) {
    return calls.as(Calls.with(organisation.test()), call);
  }

  private void assertRefused(ProblemCode code, Function<KeyActor, Object> call) {
    ProblemException refusal =
        assertThrows(ProblemException.class, () -> calls.as(Calls.with(organisation.test()), call));
    assertEquals(code, refusal.code());
  }
}
