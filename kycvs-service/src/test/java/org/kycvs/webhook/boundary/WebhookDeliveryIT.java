package org.kycvs.webhook.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kycvs.client.webhook.WebhookEvent;
import org.kycvs.shared.fact.WebhookDisabled;
import org.kycvs.shared.id.VerificationId;
import org.kycvs.shared.id.WebhookId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.testing.AskingOrganisation;
import org.kycvs.testing.AtOnce;
import org.kycvs.testing.Eventually;
import org.kycvs.testing.InContainer;
import org.kycvs.testing.OwnerDatabase;
import org.kycvs.testing.Receiver;
import org.kycvs.testing.TestClock;
import org.kycvs.verification.boundary.VerificationExpiry;
import org.kycvs.webhook.control.DeliveryQueue;
import org.kycvs.webhook.control.TakenDelivery;
import org.kycvs.webhook.control.WebhookCourier;
import org.kycvs.webhook.entity.WebhookType;

/** What arrives, when, in which order, and how often. */
class WebhookDeliveryIT extends InContainer {
  private static final String WRONG = "111111";

  @Inject private HookedOrganisation hooked;
  @Inject private VerificationExpiry expiry;
  @Inject private WebhookDispatch dispatch;
  @Inject private WebhookCourier courier;
  @Inject private DisabledFacts disabled;

  private final Receiver receiver = Receiver.start();
  private AskingOrganisation organisation;

  @BeforeEach
  void prepare() {
    organisation = AskingOrganisation.make();
  }

  @AfterEach
  void end() {
    receiver.close();
    // What later tests leave alone need not be tried again by them.
    OwnerDatabase.execute(
        "UPDATE webhook_endpoint SET state = 'DISABLED', disabled_reason = 'x', disabled_at = now()"
            + " WHERE state = 'ENABLED'");
  }

  @Test
  void end_ofEachKind_isToldOnceAndSigned() {
    AddedWebhook endpoint = hooked.add(organisation, receiver);
    Map<String, String> expected = new TreeMap<>();
    expected.put(hooked.complete(organisation).value(), "completed");
    VerificationId locked = hooked.ask(organisation, "05");
    VerificationId noMatch = hooked.ask(organisation, "03");
    for (int i = 0; i < 3; i++) {
      assertTrue(hooked.confirm(organisation, locked, WRONG) != null);
      assertTrue(hooked.confirm(organisation, noMatch, "246810") != null);
    }
    expected.put(locked.value(), "locked");
    expected.put(noMatch.value(), "no-match");
    expected.put(hooked.ask(organisation, "08").value(), "expired");
    while (expiry.endOverdue(100) > 0) {
      assertTrue(expected.size() == 4);
    }

    Eventually.isTrue(() -> receiver.requests().size() >= 4);
    HookedOrganisation.settle(endpoint.endpoint().id());
    Map<String, String> told = new TreeMap<>();
    for (WebhookEvent event : HookedOrganisation.events(receiver, endpoint)) {
      assertEquals(1, event.sequence().orElseThrow());
      assertEquals(org.kycvs.client.Mode.TEST, event.mode());
      assertEquals("verification." + event.state().orElseThrow(), event.type());
      told.put(event.verification().orElseThrow().value(), event.state().orElseThrow());
    }
    assertEquals(expected, told);
    assertEquals(4, receiver.requests().size());
    assertEquals(4, HookedOrganisation.count(endpoint.endpoint().id(), "DELIVERED"));
  }

  @Test
  void end_isToldOnlyToThoseOfTheOrganisationModeAndType() {
    try (Receiver others = Receiver.start()) {
      WebhookId mine = hooked.add(organisation, receiver).endpoint().id();
      List<WebhookId> not =
          List.of(
              hooked.add(organisation, Mode.LIVE, others).endpoint().id(),
              hooked.add(AskingOrganisation.make(), others).endpoint().id(),
              hooked.add(organisation, others, WebhookType.VERIFICATION_LOCKED).endpoint().id());
      hooked.complete(organisation);

      Eventually.isTrue(() -> receiver.requests().size() == 1);
      HookedOrganisation.settle(mine);
      assertEquals(List.of(), others.requests());
      for (WebhookId other : not) {
        assertEquals(0, HookedOrganisation.count(other, "WAITING"));
      }
    }
  }

  @Test
  void receiverDownForADay_thenUp_getsAllInOrderOfEachVerification() {
    AddedWebhook endpoint = hooked.add(organisation, receiver.with(Receiver.answering(503)));
    WebhookId id = endpoint.endpoint().id();
    List<VerificationId> about =
        java.util.stream.Stream.generate(() -> hooked.end(organisation, "completed"))
            .limit(10)
            .toList();
    about.forEach(one -> hooked.withdraw(organisation, one));
    HookedOrganisation.settle(id);
    for (int hour = 0; hour < 24; hour++) {
      TestClock.INSTANCE.advance(Duration.ofHours(1));
      HookedOrganisation.settle(id);
    }
    assertEquals(20, HookedOrganisation.count(id, "WAITING"));
    assertTrue(
        receiver.bodies().stream().noneMatch(body -> body.contains("consent.withdrawn")),
        "the second was sent before the first got through");
    int failed = receiver.requests().size();

    receiver.with(Receiver.answering(200));
    // Nobody waits for the last wait of 21 hours: the first that gets through brings the others.
    Eventually.isTrue(
        () -> {
          TestClock.INSTANCE.advance(Duration.ofMinutes(30));
          HookedOrganisation.settle(id);
          return HookedOrganisation.count(id, "DELIVERED") == 20;
        });
    List<Receiver.Request> taken = receiver.requests().subList(failed, receiver.requests().size());
    assertEquals(20, taken.size());
    for (VerificationId one : about) {
      List<String> types =
          taken.stream()
              .map(Receiver.Request::body)
              .filter(body -> body.contains(one.value()))
              .map(body -> body.contains("consent.withdrawn") ? "second" : "first")
              .toList();
      assertEquals(List.of("first", "second"), types);
    }
  }

  @Test
  void earlierOfTheSameVerification_notThrough_holdsOnlyThatOneUp() {
    VerificationId[] stuck = new VerificationId[1];
    receiver.with(
        (request, out) ->
            Receiver.answering(
                    stuck[0] != null && request.body().contains(stuck[0].value()) ? 500 : 200)
                .answer(request, out));
    AddedWebhook endpoint = hooked.add(organisation, receiver);
    stuck[0] = VerificationId.random();
    VerificationId first = stuck[0];
    hooked.committed(() -> hookedEnd(first));
    hooked.withdraw(organisation, first);
    VerificationId other = hooked.end(organisation, "expired");
    hooked.withdraw(organisation, other);

    HookedOrganisation.settle(endpoint.endpoint().id());
    Eventually.isTrue(() -> HookedOrganisation.count(endpoint.endpoint().id(), "DELIVERED") == 2);
    assertTrue(
        receiver.bodies().stream()
            .noneMatch(body -> body.contains(first.value()) && body.contains("consent.withdrawn")));
  }

  @Inject private VerificationEvents events;

  private void hookedEnd(VerificationId id) {
    events.tell(
        new org.kycvs.shared.fact.VerificationEnded(
            organisation.id(), Mode.TEST, id, "completed", TestClock.INSTANCE.instant()));
  }

  @Test
  void eightTries_allInVain_giveUpAndDisableAndTell() {
    AddedWebhook endpoint = hooked.add(organisation, receiver.with(Receiver.answering(500)));
    WebhookId id = endpoint.endpoint().id();
    hooked.end(organisation, "completed");
    HookedOrganisation.settle(id);
    for (Duration wait :
        List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(10),
            Duration.ofHours(21))) {
      int before = receiver.requests().size();
      TestClock.INSTANCE.advance(Duration.ofMillis(wait.toMillis() * 8 / 10));
      HookedOrganisation.settle(id);
      assertEquals(before, receiver.requests().size(), "too early");
      TestClock.INSTANCE.advance(Duration.ofMillis(wait.toMillis() * 4 / 10));
      Eventually.isTrue(() -> receiver.requests().size() == before + 1);
      HookedOrganisation.settle(id);
    }

    assertEquals(8, receiver.requests().size());
    assertEquals(
        1,
        new HashSet<>(
                receiver.requests().stream().map(one -> one.headers().get("webhook-id")).toList())
            .size());
    Eventually.isTrue(() -> disabled.of(id.value()).size() == 1);
    WebhookDisabled fact = disabled.of(id.value()).get(0);
    assertEquals("privacy@sunrise.example", fact.contact());
    assertEquals(receiver.url(), fact.url());
    assertTrue(fact.reason().contains("8 tries") && fact.reason().contains("500"), fact.reason());
    assertEquals(1, HookedOrganisation.count(id, "GIVEN_UP"));
    assertEquals(
        "1",
        OwnerDatabase.line(
            "SELECT count(*) FROM audit_entry WHERE subject = ? AND act = 'webhook-disabled'",
            id.value()));

    receiver.with(Receiver.answering(200));
    hooked.end(organisation, "locked");
    Eventually.pause(Duration.ofMillis(1500));
    assertEquals(8, receiver.requests().size(), "sent to a disabled endpoint");
    OwnerDatabase.execute(
        "UPDATE webhook_endpoint SET state = 'ENABLED', disabled_reason = NULL, disabled_at ="
            + " NULL WHERE id = ?",
        id.value());
    Eventually.isTrue(() -> receiver.requests().size() == 9);
  }

  @Test
  void gone_disablesAtOnceAndKeepsTheEvent() {
    AddedWebhook endpoint = hooked.add(organisation, receiver.with(Receiver.answering(410)));
    hooked.end(organisation, "completed");

    Eventually.isTrue(() -> disabled.of(endpoint.endpoint().id().value()).size() == 1);
    assertEquals(1, receiver.requests().size());
    Eventually.isTrue(() -> HookedOrganisation.count(endpoint.endpoint().id(), "WAITING") == 1);
  }

  @Test
  void retryAfter_longerThanTheWait_isKept() {
    AddedWebhook endpoint =
        hooked.add(organisation, receiver.with(Receiver.answering(429, "Retry-After: 1800")));
    hooked.end(organisation, "completed");
    HookedOrganisation.settle(endpoint.endpoint().id());
    assertEquals(1, receiver.requests().size());

    TestClock.INSTANCE.advance(Duration.ofMinutes(29));
    Eventually.pause(Duration.ofMillis(1500));
    assertEquals(1, receiver.requests().size());
    TestClock.INSTANCE.advance(Duration.ofMinutes(2));
    Eventually.isTrue(() -> receiver.requests().size() == 2);
  }

  @Test
  void nodeThatDiesOverADelivery_isReplacedAndTheEventKeepsItsId() {
    // Nobody is there when the background takes it first, so that this test's own taker gets it.
    AddedWebhook endpoint = hooked.add(organisation, receiver);
    WebhookId id = endpoint.endpoint().id();
    List<TakenDelivery> lost = new java.util.ArrayList<>();
    hooked.committed(
        () -> {
          hookedEnd(VerificationId.random());
          lost.addAll(takeInThisTransaction());
        });
    assertEquals(1, lost.size());
    Eventually.pause(Duration.ofMillis(2500));
    assertEquals(List.of(), receiver.requests(), "somebody else took it at once");

    TestClock.INSTANCE.advance(DeliveryQueue.LEASE);
    Eventually.isTrue(() -> receiver.requests().size() == 1);
    assertEquals(lost.get(0).event(), receiver.requests().get(0).headers().get("webhook-id"));
    HookedOrganisation.settle(id);

    // The dead one was only slow: what it notes now changes nothing.
    dispatch.note(lost.get(0), courier.carry(lost.get(0)));
    assertEquals(1, HookedOrganisation.count(id, "DELIVERED"));
    assertEquals(lost.get(0).event(), receiver.requests().get(1).headers().get("webhook-id"));
  }

  @Inject private DeliveryQueue queue;

  private List<TakenDelivery> takeInThisTransaction() {
    return queue.take(false, TestClock.INSTANCE.instant(), 10);
  }

  @Test
  void severalDispatchers_onOneTable_sendEachOnceAndFewAtOnce() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    receiver.with(
        (request, out) -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.sleep(5);
          running.decrementAndGet();
          Receiver.answering(200).answer(request, out);
        });
    AddedWebhook endpoint = hooked.add(organisation, receiver);
    WebhookId id = endpoint.endpoint().id();
    hooked.committed(
        () -> {
          for (int i = 0; i < 300; i++) {
            hookedEnd(VerificationId.random());
          }
        });
    List<Integer> sent = AtOnce.call(4, this::dispatchAll);

    Eventually.isTrue(() -> HookedOrganisation.count(id, "DELIVERED") == 300);
    assertEquals(300, receiver.requests().size(), sent.toString());
    assertEquals(300, new HashSet<>(receiver.bodies()).size());
    assertTrue(most.get() <= 4, most.toString());
  }

  private int dispatchAll() {
    int sent = 0;
    for (int idle = 0; idle < 20; idle++) {
      for (TakenDelivery taken : dispatch.take(false, 8)) {
        dispatch.note(taken, courier.carry(taken));
        sent++;
        idle = 0;
      }
      Eventually.pause(Duration.ofMillis(10));
    }
    return sent;
  }

  @Test
  void receiversThatHangOrDrip_holdUpNobodyElse() {
    try (Receiver hanging = Receiver.start().with(Receiver.hanging());
        Receiver dripping = Receiver.start().with(Receiver.dripping())) {
      AskingOrganisation slow = AskingOrganisation.make();
      hooked.add(slow, hanging);
      hooked.add(slow, dripping);
      AddedWebhook endpoint = hooked.add(organisation, receiver);
      for (int i = 0; i < 20; i++) {
        hooked.end(slow, "completed");
      }
      Eventually.isTrue(() -> hanging.requests().size() == 4 && dripping.requests().size() == 4);
      for (int i = 0; i < 20; i++) {
        hooked.end(organisation, "completed");
      }
      Eventually.isTrue(
          () -> HookedOrganisation.count(endpoint.endpoint().id(), "DELIVERED") == 20);
      assertEquals(4, hanging.requests().size(), "it was over before the slow ones were");
      assertEquals(4, dripping.requests().size());
    }
  }
}
