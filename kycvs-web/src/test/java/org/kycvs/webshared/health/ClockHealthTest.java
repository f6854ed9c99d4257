package org.kycvs.webshared.health;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

  @Test
  void clocksAgree_sameTime_isTrue() {
    assertTrue(agree(NOW, NOW, NOW));
  }

  @Test
  void clocksAgree_twoSecondsApart_isStillTrue() {
    assertTrue(agree(NOW, NOW.plusSeconds(2), NOW));
    assertTrue(agree(NOW, NOW.minusSeconds(2), NOW));
  }

  @Test
  void clocksAgree_moreThanTwoSecondsApart_isFalse() {
    assertFalse(agree(NOW, NOW.plusSeconds(2).plusNanos(1), NOW));
    assertFalse(agree(NOW, NOW.minusSeconds(2).minusNanos(1), NOW));
  }

  @Test
  void clocksAgree_slowAnswer_isNotTakenForAWrongClock() {
    assertTrue(agree(NOW, NOW.plusSeconds(5), NOW.plusSeconds(5)));
    assertTrue(agree(NOW, NOW.plusSeconds(7), NOW.plusSeconds(5)));
    assertFalse(agree(NOW, NOW.plus(Duration.ofMillis(7_001)), NOW.plusSeconds(5)));
  }

  @Test
  void clocksAgree_databaseGone_isFalse() {
    DatabaseClock gone =
        new DatabaseClock() {
          @Override
          Instant read() throws SQLException {
            throw new SQLException("gone", "08006");
          }
        };
    assertFalse(new ClockHealth(gone, ticking(NOW, NOW)).clocksAgree());
  }

  private static boolean agree(Instant before, Instant there, Instant after) {
    DatabaseClock database =
        new DatabaseClock() {
          @Override
          Instant read() {
            return there;
          }
        };
    return new ClockHealth(database, ticking(before, after)).clocksAgree();
  }

  private static Clock ticking(Instant... times) {
    Deque<Instant> left = new ArrayDeque<>(List.of(times));
    InstantSource source = left::removeFirst;
    return source.withZone(ZoneOffset.UTC);
  }
}
