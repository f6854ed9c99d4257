package org.kycvs.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.GatewayConnection;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.GatewayStanding.State;
import org.kycvs.notification.entity.Submission;

class RunningGatewayTest {
  private static final Duration SLOW = Duration.ofMillis(100);

  private final MovedClock clock = new MovedClock();
  private final FakeSmsGateway fake = new FakeSmsGateway();
  private final RunningGateway gateway = running(OptionalInt.empty());
  private final AtomicInteger changes = new AtomicInteger();

  @Test
  void submit_fiveInARowNotTaken_getsNoMore() {
    fake.answer = FakeSmsGateway.NOT_SENT;
    submit(4);
    assertTrue(gateway.isWorking());
    submit(1);
    assertFalse(gateway.isWorking());
    assertFalse(gateway.isReady());
    assertEquals(State.BROKEN, gateway.standing().state());
    assertEquals("It said no", gateway.standing().reason());
    assertEquals(clock.instant(), gateway.standing().since());

    assertInstanceOf(Submission.NotSent.class, gateway.submit(6, FakeSmsGateway.MESSAGE));
    assertEquals(5, fake.submitted, "It is left alone");
  }

  @Test
  void submit_fiveInDoubtAfterAMinuteOfThousands_getsNoMore() {
    for (int second = 0; second < 60; second++) {
      submit(50);
      clock.advance(Duration.ofSeconds(1));
    }
    fake.answer = new Submission.InDoubt("It did not answer");
    submit(5);
    assertFalse(gateway.isWorking());
    assertEquals("It did not answer", gateway.standing().reason());
  }

  @Test
  void submit_halfOfTheLastMinuteNotTaken_getsNoMore() {
    for (int i = 0; i < 4; i++) {
      alternate();
    }
    assertFalse(gateway.isWorking());
  }

  @Test
  void submit_failuresOfMoreThanAMinuteAgo_areForgotten() {
    fake.answer = FakeSmsGateway.NOT_SENT;
    submit(4);
    clock.advance(Duration.ofSeconds(61));
    fake.answer = FakeSmsGateway.ACCEPTED;
    submit(2);
    fake.answer = FakeSmsGateway.NOT_SENT;
    submit(1);
    fake.answer = FakeSmsGateway.ACCEPTED;
    submit(2);
    assertTrue(gateway.isWorking(), "One of five");
  }

  @Test
  void submit_fiveTakenButSlowly_getsNoMore() {
    fake.takes = SLOW.plusMillis(10);
    submit(4);
    assertTrue(gateway.isWorking());
    submit(1);
    assertFalse(gateway.isWorking());
    assertEquals("It takes longer than PT0.1S", gateway.standing().reason());
  }

  @Test
  void submit_rejected_isNoFailureOfTheGateway() {
    fake.answer = new Submission.Rejected("Not such a number");
    submit(20);
    assertTrue(gateway.isReady());
  }

  @Test
  void submit_throws_isAFailure() {
    fake.failing = true;
    for (int i = 0; i < 5; i++) {
      assertThrows(IllegalStateException.class, () -> gateway.submit(1, FakeSmsGateway.MESSAGE));
    }
    assertFalse(gateway.isWorking());
  }

  @Test
  void submit_throttled_pausesAndIsNoFailure() {
    fake.answer = new Submission.Throttled(Duration.ofSeconds(3));
    submit(20);
    assertTrue(gateway.isWorking());
    assertFalse(gateway.isReady());
    clock.advance(Duration.ofSeconds(3).minusNanos(1));
    assertFalse(gateway.isReady());
    clock.advance(Duration.ofNanos(1));
    assertTrue(gateway.isReady());
  }

  @Test
  void probe_broken_afterTenThenTwentyThenFortySeconds() {
    fake.reachable = false;
    broken();
    int looks = fake.looks;
    for (int seconds : new int[] {10, 20, 40, 40}) {
      clock.advance(Duration.ofSeconds(seconds).minusNanos(1));
      gateway.probe();
      assertEquals(looks, fake.looks, "before " + seconds + " s");
      clock.advance(Duration.ofNanos(1));
      gateway.probe();
      assertEquals(++looks, fake.looks, "after " + seconds + " s");
      assertFalse(gateway.isWorking());
    }
  }

  @Test
  void probe_reachableAgain_threeMessagesAreTriedAndThenAll() {
    broken();
    fake.answer = FakeSmsGateway.ACCEPTED;
    clock.advance(Duration.ofSeconds(10));
    gateway.probe();
    assertEquals(State.PROBED, gateway.standing().state());
    submit(2);
    assertEquals(State.PROBED, gateway.standing().state());
    submit(1);
    assertEquals(State.WORKING, gateway.standing().state());
    submit(50);
    assertEquals(5 + 53, fake.submitted);
  }

  @Test
  void probe_reachableButStillNotTaking_isBrokenAgainAndAskedLater() {
    broken();
    clock.advance(Duration.ofSeconds(10));
    gateway.probe();
    submit(20);
    assertEquals(State.BROKEN, gateway.standing().state());
    assertEquals(5 + 3, fake.submitted);
    clock.advance(Duration.ofSeconds(5));
    gateway.probe();
    clock.advance(Duration.ofSeconds(14));
    gateway.probe();
    assertFalse(gateway.isWorking(), "Twenty seconds, not ten again");
    clock.advance(Duration.ofSeconds(1));
    gateway.probe();
    assertTrue(gateway.isWorking());
  }

  @Test
  void probe_halfOpenForAWhile_keepsTheLongerWait() {
    broken();
    clock.advance(Duration.ofSeconds(10));
    gateway.probe();
    gateway.probe();
    submit(3);
    assertFalse(gateway.isWorking());
    clock.advance(Duration.ofSeconds(19));
    gateway.probe();
    assertFalse(gateway.isWorking());
  }

  @Test
  void probe_throttledWhileProbed_leavesItsThreeMessages() {
    broken();
    clock.advance(Duration.ofSeconds(10));
    gateway.probe();
    fake.answer = new Submission.Throttled(Duration.ZERO);
    submit(10);
    assertEquals(State.PROBED, gateway.standing().state());
    fake.answer = FakeSmsGateway.ACCEPTED;
    submit(3);
    assertEquals(State.WORKING, gateway.standing().state());
  }

  @Test
  void probe_notReachedTwice_isBrokenWithoutAMessage() {
    fake.reachable = false;
    gateway.probe();
    assertTrue(gateway.isWorking());
    gateway.probe();
    assertFalse(gateway.isWorking());
    assertEquals("It cannot be reached", gateway.standing().reason());
  }

  @Test
  void probe_notReachedTwiceWhileProbed_isBroken() {
    broken();
    clock.advance(Duration.ofSeconds(10));
    gateway.probe();
    fake.reachable = false;
    gateway.probe();
    gateway.probe();
    assertFalse(gateway.isWorking());
  }

  @Test
  void probe_notReachedNowAndThen_goesOn() {
    for (int i = 0; i < 10; i++) {
      fake.reachable = i % 2 == 0;
      gateway.probe();
    }
    assertTrue(gateway.isWorking());
  }

  @Test
  void onChange_brokenAndBack_isToldEachTime() {
    gateway.onChange(changes::incrementAndGet);
    broken();
    assertEquals(1, changes.get());
    clock.advance(Duration.ofSeconds(10));
    gateway.probe();
    assertEquals(2, changes.get());
    fake.answer = FakeSmsGateway.ACCEPTED;
    submit(3);
    assertEquals(3, changes.get());
    assertEquals(clock.instant(), gateway.standing().since());
  }

  @Test
  void submit_moreThanPerSecond_waitsAndThenIsThrottledWithoutCallingIt() {
    RunningGateway limited = running(OptionalInt.of(1));
    assertEquals(FakeSmsGateway.ACCEPTED, limited.submit(1, FakeSmsGateway.MESSAGE));
    for (int i = 0; i < 6; i++) {
      assertInstanceOf(Submission.Throttled.class, limited.submit(2, FakeSmsGateway.MESSAGE));
    }
    assertEquals(1, fake.submitted);
    assertTrue(limited.isWorking(), "Its own limit makes nothing broken");
  }

  @Test
  void submit_perSecond_areSpreadAndNotSlow() {
    RunningGateway limited = running(OptionalInt.of(5));
    long began = System.nanoTime();
    for (int i = 0; i < 6; i++) {
      assertEquals(FakeSmsGateway.ACCEPTED, limited.submit(i, FakeSmsGateway.MESSAGE));
    }
    assertTrue(
        System.nanoTime() - began > 900_000_000L, "The sixth comes a second after the first");
    assertTrue(limited.isWorking(), "To wait for its turn is no slowness of the gateway's");
  }

  private void broken() {
    gateway.probe();
    fake.answer = FakeSmsGateway.NOT_SENT;
    submit(5);
    assertFalse(gateway.isWorking());
  }

  private void alternate() {
    fake.answer = FakeSmsGateway.ACCEPTED;
    submit(1);
    fake.answer = FakeSmsGateway.NOT_SENT;
    submit(1);
  }

  private void submit(int messages) {
    for (int i = 0; i < messages; i++) {
      Submission unused = gateway.submit(i, FakeSmsGateway.MESSAGE);
    }
  }

  private RunningGateway running(OptionalInt perSecond) {
    return new RunningGateway(
        new GatewaySettings(
            "a", 1, 1, perSecond, SLOW, Duration.ZERO, new GatewayConnection.Inbox()),
        fake,
        clock);
  }
}
