package org.kycvs.apikey.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.entity.LastUse;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.testing.Calls;

/** What a node keeps in mind of the uses of keys. */
class LastUsesTest {
  private static final Instant MINUTE = Instant.parse("2026-11-22T10:00:00Z");

  private final LastUses uses = new LastUses();
  private final ApiKeyId key = ApiKeyId.random();

  @Test
  void note_manyCallsOfAMinute_areOneUse() {
    note(key, MINUTE);
    note(key, MINUTE.plusSeconds(59));
    assertEquals(Map.of(key, use(MINUTE)), uses.unwritten());
    note(key, MINUTE.plusSeconds(60));
    assertEquals(Map.of(key, use(MINUTE.plusSeconds(60))), uses.unwritten());
  }

  @Test
  void written_use_isNotWrittenAgainInItsMinute() {
    note(key, MINUTE);
    uses.written(uses.unwritten(), MINUTE.plusSeconds(15));
    note(key, MINUTE.plusSeconds(30));
    assertEquals(Map.of(), uses.unwritten());
    note(key, MINUTE.plusSeconds(60));
    assertEquals(1, uses.unwritten().size());
  }

  @Test
  void written_laterUseNotedMeanwhile_isStillToBeWritten() {
    note(key, MINUTE);
    Map<ApiKeyId, LastUse> beingWritten = uses.unwritten();
    note(key, MINUTE.plusSeconds(60));
    uses.written(beingWritten, MINUTE.plusSeconds(61));
    assertEquals(Map.of(key, use(MINUTE.plusSeconds(60))), uses.unwritten());
  }

  @Test
  void note_moreKeysThanAreKept_othersAreNotNoted_untilThoseAreForgotten() {
    for (int i = 0; i < LastUses.MOST; i++) {
      note(ApiKeyId.random(), MINUTE);
    }
    note(key, MINUTE);
    assertEquals(LastUses.MOST, uses.unwritten().size());
    uses.written(uses.unwritten(), MINUTE.plusSeconds(60));
    note(key, MINUTE.plusSeconds(60));
    assertEquals(Map.of(key, use(MINUTE.plusSeconds(60))), uses.unwritten());
  }

  private void note(ApiKeyId id, Instant at) {
    uses.note(id, at, Calls.ADDRESS);
  }

  private static LastUse use(Instant at) {
    return LastUse.of(at, Calls.ADDRESS);
  }
}
