package org.kycvs.signing.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.mode.Mode;

class SigningKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-21T09:30:00.123456Z");

  @Test
  void pending_atFirst_hasNoTimes() {
    SigningKey key = key();
    assertEquals(SigningKeyState.PENDING, key.state());
    assertEquals(Optional.empty(), key.activeFrom());
    assertEquals(NOW, key.createdAt());
  }

  @Test
  void activateThenRetire_inOrder_keepsBothTimes() {
    SigningKey key = key();
    key.activate(NOW);
    key.retire(NOW.plusSeconds(1));
    assertEquals(SigningKeyState.RETIRED, key.state());
    assertEquals(Optional.of(NOW), key.activeFrom());
    assertEquals(Optional.of(NOW.plusSeconds(1)), key.activeTo());
  }

  @Test
  void retire_pending_isRefused() {
    assertThrows(IllegalStateException.class, () -> key().retire(NOW));
  }

  @Test
  void activate_retired_isRefused() {
    SigningKey key = key();
    key.activate(NOW);
    key.retire(NOW);
    assertThrows(IllegalStateException.class, () -> key.activate(NOW));
  }

  private static SigningKey key() {
    return SigningKey.pending("kid", Mode.LIVE, "{}", new byte[] {1}, NOW);
  }
}
