package org.kycvs.webshared.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class ClockHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void call_sameTime_isReady() {
    assertEquals(Status.UP, status(NOW, NOW, NOW));
  }

  @Test
  void call_twoSecondsApart_isStillReady() {
    assertEquals(Status.UP, status(NOW, NOW.plusSeconds(2), NOW));
    assertEquals(Status.UP, status(NOW, NOW.minusSeconds(2), NOW));
  }

  @Test
  void call_moreThanTwoSecondsApart_isNotReady() {
    assertEquals(Status.DOWN, status(NOW, NOW.plusSeconds(2).plusNanos(1), NOW));
    assertEquals(Status.DOWN, status(NOW, NOW.minusSeconds(2).minusNanos(1), NOW));
  }

  @Test
  void call_slowAnswer_isNotTakenForAWrongClock() {
    assertEquals(Status.UP, status(NOW, NOW.plusSeconds(5), NOW.plusSeconds(5)));
    assertEquals(Status.UP, status(NOW, NOW.plusSeconds(7), NOW.plusSeconds(5)));
    assertEquals(Status.DOWN, status(NOW, NOW.plus(Duration.ofMillis(7_001)), NOW.plusSeconds(5)));
  }

  @Test
  void call_databaseGone_isNotReady() {
    DatabaseClock gone =
        new DatabaseClock() {
          @Override
          Instant read() throws SQLException {
            throw new SQLException("gone", "08006");
          }
        };
    assertEquals(Status.DOWN, new ClockHealth(gone, ticking(NOW, NOW)).call().getStatus());
  }

  private static Status status(Instant before, Instant there, Instant after) {
    DatabaseClock database =
        new DatabaseClock() {
          @Override
          Instant read() {
            return there;
          }
        };
    return new ClockHealth(database, ticking(before, after)).call().getStatus();
  }

  private static Clock ticking(Instant... times) {
    Deque<Instant> left = new ArrayDeque<>(List.of(times));
    InstantSource source = left::removeFirst;
    return source.withZone(ZoneOffset.UTC);
  }
}
