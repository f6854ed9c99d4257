package org.kycvs.apikey.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '#',
      delimiter = ' ',
      value = {
        "abc abc",
        "\"abc\" abc",
        "a a",
        "!~ !~",
        "a,b a,b",
        "a\"b a\"b",
        "a\\b a\\b",
        "\"a\\\"b\" a\"b",
        "\"a\\\\b\" a\\b",
        "8e03978e-40d5-43e8-bc93-6894a57f9324 8e03978e-40d5-43e8-bc93-6894a57f9324"
      })
  void parse_plainOrQuoted_isTheSameKey(String header, String key) {
    assertEquals(Optional.of(new IdempotencyKey(key)), IdempotencyKey.parse(header));
  }

  /** The server takes headers of 8 KiB. */
  @Test
  void parse_quotedAndAsLongAsAHeaderMayBe_isNone() {
    assertEquals(Optional.empty(), IdempotencyKey.parse('"' + "a".repeat(8_000) + '"'));
    assertEquals(Optional.empty(), IdempotencyKey.parse('"' + "\\\"".repeat(4_000) + '"'));
  }

  @Test
  void parse_whiteSpaceAround_isNoPartOfIt() {
    assertEquals(Optional.of(new IdempotencyKey("abc")), IdempotencyKey.parse(" \tabc "));
    assertEquals(Optional.of(new IdempotencyKey("abc")), IdempotencyKey.parse(" \"abc\" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\"",
        "\"",
        "\"abc",
        "\"abc\"x",
        "\"abc\";a=1",
        "\"a\", \"b\"",
        "\"a\"b\"",
        "\"a\\b\"",
        "\"a\\\"",
        "a b",
        "\"a b\"",
        "a\u0000",
        "a\tb",
        "a\u007F",
        "schl\u00FCssel",
        "\"schl\u00FCssel\"",
        "\u0967"
      })
  void parse_anythingElse_isNone(String header) {
    assertEquals(Optional.empty(), IdempotencyKey.parse(header));
  }

  @Test
  void parse_upTo255Characters_isAKey() {
    assertEquals(255, IdempotencyKey.parse("x".repeat(255)).orElseThrow().text().length());
    assertEquals(
        255, IdempotencyKey.parse("\"" + "\\\\".repeat(255) + "\"").orElseThrow().text().length());
    assertEquals(Optional.empty(), IdempotencyKey.parse("x".repeat(256)));
    assertEquals(Optional.empty(), IdempotencyKey.parse("\"" + "x".repeat(256) + "\""));
  }

  @Test
  void new_noKey_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new IdempotencyKey("a b"));
  }

  @Test
  void toString_saysNothing() {
    assertFalse(new IdempotencyKey("secret").toString().contains("secret"));
  }
}
