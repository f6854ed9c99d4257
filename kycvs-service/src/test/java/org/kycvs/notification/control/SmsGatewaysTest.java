package org.kycvs.notification.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.GatewayConnection;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;

class SmsGatewaysTest {
  private static final int DRAWS = 10_000;
  private static final long NOT_TAKEN = 1;
  private static final long TOO_MANY = 2;

  private final MovedClock clock = new MovedClock();
  private final RunningGateway first = running("first", 1, 1);
  private final RunningGateway third = running("third", 1, 3);
  private final RunningGateway reserve = running("reserve", 2, 100);
  private final List<RunningGateway> all = List.of(reserve, first, third);

  @Test
  void next_severalOfTheSmallestPriority_areDrawnByTheirShares() {
    Map<String, Integer> drawn = new TreeMap<>();
    for (int i = 0; i < DRAWS; i++) {
      drawn.merge(next(Set.of()), 1, Integer::sum);
    }
    assertEquals(Set.of("first", "third"), drawn.keySet());
    // 2,500 of 10,000 with a standard deviation of 43: six of them.
    assertTrue(Math.abs(drawn.getOrDefault("first", 0) - DRAWS / 4) < 260, drawn::toString);
  }

  @Test
  void next_tried_areLeftOut() {
    assertEquals("third", next(Set.of("first")));
    assertEquals("reserve", next(Set.of("first", "third")));
    assertEquals(Optional.empty(), SmsGateways.next(all, Set.of("first", "third", "reserve")));
  }

  @Test
  void next_brokenOrPaused_areLeftOut() {
    breakDown(first);
    assertEquals("third", next(Set.of()));
    pause(third);
    assertEquals("reserve", next(Set.of()));
    breakDown(reserve);
    assertEquals(Optional.empty(), SmsGateways.next(all, Set.of()));
    clock.advance(Duration.ofSeconds(1));
    assertEquals("third", next(Set.of()));
  }

  @Test
  void next_none_isNone() {
    assertEquals(Optional.empty(), SmsGateways.next(List.of(), Set.of()));
  }

  private String next(Set<String> tried) {
    return SmsGateways.next(all, tried).orElseThrow().name();
  }

  private void breakDown(RunningGateway gateway) {
    for (int i = 0; i < 5; i++) {
      Submission unused = gateway.submit(NOT_TAKEN, FakeSmsGateway.MESSAGE);
    }
  }

  private void pause(RunningGateway gateway) {
    Submission unused = gateway.submit(TOO_MANY, FakeSmsGateway.MESSAGE);
  }

  private RunningGateway running(String name, int priority, int share) {
    return new RunningGateway(
        new GatewaySettings(
            name,
            priority,
            share,
            OptionalInt.empty(),
            Duration.ofSeconds(5),
            Duration.ZERO,
            new GatewayConnection.Inbox()),
        new ByNumber(),
        clock);
  }

  /** Answers as the message's number says. */
  private static final class ByNumber implements SmsGateway {
    @Override
    public String name() {
      return "by number";
    }

    @Override
    public Submission submit(long number, SmsMessage message) {
      return number == NOT_TAKEN
          ? FakeSmsGateway.NOT_SENT
          : new Submission.Throttled(Duration.ofSeconds(1));
    }

    @Override
    public boolean isReachable() {
      return true;
    }

    @Override
    public void close() {
      // There is nothing to close.
    }
  }
}
