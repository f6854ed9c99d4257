package org.kycvs.apikey.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kycvs.shared.address.AddressRange;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.id.OrganisationId;
import org.kycvs.shared.mode.Mode;

/** What becomes of a key, to the microsecond. */
class ApiKeyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofDays(30));
  private static final Duration MOMENT = Duration.ofNanos(1_000);
  private static final KeyLimits WIDE =
      new KeyLimits(EnumSet.allOf(ApiKeyScope.class), List.of(), Optional.empty());

  private final ApiKeyId next = ApiKeyId.random();

  @Test
  void issue_withEnd_isLiveUpToTheInstantOfItsEnd() {
    ApiKey key = issued(WIDE.expiringAt(Optional.of(END)));
    assertTrue(key.isLiveAt(END.minus(MOMENT)));
    assertFalse(key.isLiveAt(END));
    assertTrue(key.isExpiredAt(END));
  }

  @Test
  void issue_withoutEnd_livesOn() {
    assertTrue(issued(WIDE).isLiveAt(NOW.plus(Duration.ofDays(100_000))));
  }

  @Test
  void issue_endThatIsNow_isRefused() {
    assertRefused(ApiKeyRefusal.EXPIRY_OVER, () -> issued(WIDE.expiringAt(Optional.of(NOW))));
    assertTrue(issued(WIDE.expiringAt(Optional.of(NOW.plus(MOMENT)))).isLiveAt(NOW));
  }

  @Test
  void revoke_livingKey_isDeadAtOnce() {
    ApiKey revoked = issued(WIDE).revoke(NOW);
    assertTrue(revoked.isRevoked());
    assertFalse(revoked.isLiveAt(NOW));
    assertRefused(ApiKeyRefusal.ALREADY_REVOKED, () -> revoked.revoke(NOW));
    assertRefused(ApiKeyRefusal.ALREADY_REVOKED, () -> revoked.narrow(WIDE, NOW));
    assertRefused(ApiKeyRefusal.ALREADY_REVOKED, () -> revoked.roll(next, Overlap.DAY, NOW));
  }

  @ParameterizedTest
  @EnumSource(Overlap.class)
  void roll_anyOverlap_oldOneEndsExactlyWithIt(Overlap overlap) {
    ApiKey rolled = issued(WIDE).roll(next, overlap, NOW);
    Instant end = NOW.plus(overlap.length());
    assertTrue(rolled.isLiveAt(end.minus(MOMENT)));
    assertFalse(rolled.isLiveAt(end));
    assertEquals(Optional.of(next), rolled.life().replacedBy());
  }

  @Test
  void roll_keyThatEndsBeforeTheOverlap_keepsItsEnd() {
    Instant soon = NOW.plusSeconds(60);
    ApiKey rolled = issued(WIDE.expiringAt(Optional.of(soon))).roll(next, Overlap.HOUR, NOW);
    assertEquals(Optional.of(soon), rolled.limits().expiresAt());
  }

  @Test
  void roll_rolledKey_isRefusedDuringTheOverlapAndAfter() {
    ApiKey rolled = issued(WIDE).roll(next, Overlap.HOUR, NOW);
    assertRefused(ApiKeyRefusal.ALREADY_ROLLED, () -> rolled.roll(next, Overlap.NONE, NOW));
    assertRefused(
        ApiKeyRefusal.ALREADY_ROLLED,
        () -> rolled.roll(next, Overlap.NONE, NOW.plus(Overlap.HOUR.length())));
  }

  @Test
  void successor_hasNameAndLimits_butTheEndThatIsTold() {
    ApiKey key = issued(limits("10.0.0.0/8").expiringAt(Optional.of(END)));
    ApiKey same = key.successor(next, hash(), Optional.empty(), "system:tests", NOW);
    assertEquals(key.limits(), same.limits());
    assertEquals(key.name(), same.name());
    Instant later = END.plusSeconds(1);
    assertEquals(
        Optional.of(later),
        key.successor(next, hash(), Optional.of(later), "system:tests", NOW).limits().expiresAt());
  }

  @Test
  void narrow_eachLimit_takesAwayAndNeverGives() {
    ApiKey key = issued(limits("10.0.0.0/8", "2001:db8::/32").expiringAt(Optional.of(END)));
    KeyLimits less =
        new KeyLimits(
            Set.of(ApiKeyScope.STATEMENTS_READ),
            List.of(range("10.1.0.0/16"), range("10.2.3.4")),
            Optional.of(END.minus(MOMENT)));
    ApiKey narrowed = key.narrow(less, NOW);
    assertEquals(less, narrowed.limits());
    assertRefused(ApiKeyRefusal.NOT_NARROWER, () -> narrowed.narrow(key.limits(), NOW));
    for (KeyLimits more :
        List.of(
            limits("10.0.0.0/7").expiringAt(Optional.of(END)),
            limits("192.0.2.0/24").expiringAt(Optional.of(END)),
            limits().expiringAt(Optional.of(END)),
            limits("10.0.0.0/8").expiringAt(Optional.of(END.plus(MOMENT))),
            limits("10.0.0.0/8"))) {
      assertRefused(ApiKeyRefusal.NOT_NARROWER, () -> key.narrow(more, NOW));
    }
    assertRefused(
        ApiKeyRefusal.EXPIRY_OVER, () -> key.narrow(less.expiringAt(Optional.of(NOW)), NOW));
    assertRefused(ApiKeyRefusal.EXPIRED, () -> key.narrow(less, END));
  }

  @Test
  void newKey_isShownOnce_andNeverPrinted() {
    NewApiKey key = NewApiKey.random(Mode.TEST);
    assertEquals(key.id().value(), key.toString());
    String whole = key.revealOnce();
    assertTrue(whole.startsWith("kvs_test_" + key.id().value().substring(4) + "_"), whole);
    assertEquals(key.id(), PresentedApiKey.parse(whole).orElseThrow().id());
    assertThrows(IllegalStateException.class, key::revealOnce);
  }

  private static ApiKey issued(KeyLimits limits) {
    return ApiKey.issue(
        ApiKeyId.random(),
        new KeyName(OrganisationId.random(), Mode.LIVE, "front desk"),
        hash(),
        limits,
        "system:tests",
        NOW);
  }

  private static ApiKeyHash hash() {
    return new ApiKeyHash(new byte[32]);
  }

  private static KeyLimits limits(String... ranges) {
    return new KeyLimits(
        WIDE.scopes(), List.of(ranges).stream().map(ApiKeyTest::range).toList(), Optional.empty());
  }

  private static AddressRange range(String text) {
    return AddressRange.parse(text).orElseThrow();
  }

  private static void assertRefused(ApiKeyRefusal reason, Executable act) {
    assertEquals(reason, assertThrows(ApiKeyRefusedException.class, act).reason());
  }
}
