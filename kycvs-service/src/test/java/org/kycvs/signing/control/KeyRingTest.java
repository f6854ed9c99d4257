package org.kycvs.signing.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.crypto.MasterKey;
import org.kycvs.shared.mode.Mode;
import org.kycvs.signing.entity.SigningKey;

class KeyRingTest {
  private static final Instant START = Instant.parse("2026-11-21T09:30:00Z");

  private final KeyWrapping wrapping =
      new KeyWrapping(MasterKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="));
  private final SettableClock clock = new SettableClock();
  private final OneKey store = new OneKey();
  private final KeyRing ring = new KeyRing(clock, store, wrapping);

  @Test
  void active_noKeyYet_isEmptyAndNotRemembered() {
    assertEquals(Optional.empty(), ring.active(Mode.LIVE));
    store.key = wrapping.fresh(Mode.LIVE, START);
    assertEquals(store.key.kid(), ring.active(Mode.LIVE).orElseThrow().kid());
  }

  @Test
  void active_withinFiveSeconds_readsOnce() {
    store.key = wrapping.fresh(Mode.LIVE, START);
    Signer first = ring.active(Mode.LIVE).orElseThrow();
    clock.now = START.plusMillis(4_999);
    assertSame(first, ring.active(Mode.LIVE).orElseThrow());
    assertEquals(1, store.reads);
  }

  @Test
  void active_sameKeyAfterFiveSeconds_readsAgainButOpensNoKey() {
    store.key = wrapping.fresh(Mode.LIVE, START);
    Signer first = ring.active(Mode.LIVE).orElseThrow();
    clock.now = START.plusSeconds(5);
    assertSame(first, ring.active(Mode.LIVE).orElseThrow());
    assertEquals(2, store.reads);
  }

  @Test
  void active_anotherKeyAfterFiveSeconds_signsWithThat() {
    store.key = wrapping.fresh(Mode.LIVE, START);
    Signer first = ring.active(Mode.LIVE).orElseThrow();
    SigningKey next = wrapping.fresh(Mode.LIVE, START);
    store.key = next;
    clock.now = START.plusSeconds(5);
    assertNotSame(first, ring.active(Mode.LIVE).orElseThrow());
    assertEquals(next.kid(), ring.active(Mode.LIVE).orElseThrow().kid());
  }

  private static final class OneKey extends SigningKeyStore {
    private @Nullable SigningKey key;
    private int reads;

    @Override
    public Optional<SigningKey> active(Mode mode) {
      reads++;
      return Optional.ofNullable(key);
    }
  }

  private static final class SettableClock extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }
  }
}
