package org.kycvs.apikey.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.apikey.entity.IdempotencyKey;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.InvalidInputException;

class IdempotencyHeaderTest {

  @Test
  void key_noHeader_isNone() {
    assertEquals(Optional.empty(), IdempotencyHeader.key(List.of()));
  }

  @Test
  void key_once_isTheKey() {
    assertEquals(Optional.of(new IdempotencyKey("abc")), IdempotencyHeader.key(List.of("\"abc\"")));
  }

  @Test
  void key_twiceEvenTheSame_isRefused() {
    assertRefused(List.of("abc", "abc"));
  }

  @Test
  void key_emptyOrNotAKey_isRefused() {
    assertRefused(List.of(""));
    assertRefused(List.of("a b"));
  }

  private static void assertRefused(List<String> values) {
    List<InputError> errors =
        assertThrows(InvalidInputException.class, () -> IdempotencyHeader.key(values)).errors();
    assertEquals(1, errors.size());
    assertEquals("Idempotency-Key", errors.get(0).pointer());
    assertEquals("invalid", errors.get(0).code());
  }
}
