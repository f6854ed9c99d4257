package org.kycvs.webshared.input;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.webshared.problem.InvalidInputException;

class InputChecksTest {
  private final InputChecks checks = new InputChecks();

  @Test
  void done_nothingWrong_passes() {
    assertEquals("A", checks.text("/name", " A ", 3));

    assertDoesNotThrow(checks::done);
  }

  @Test
  void done_severalWrong_namesAll() {
    String missing = checks.text("/name", null, 9);
    OptionalInt low = checks.optionalNumber("/year", 1, 2, 3);

    assertEquals("", missing);
    assertEquals(OptionalInt.empty(), low);
    assertRefused("/name missing", "/year out-of-range");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\u3000"})
  void text_blank_isMissing(@Nullable String value) {
    assertEquals("", checks.text("/name", value, 9));
    assertRefused("/name missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000", "a\nb", "a\u007f", "a\u0085", "a\u2028b", "a\ud800", "\udc00a", " "})
  void optionalText_notOneLineOfText_isInvalid(String value) {
    assertEquals(Optional.empty(), checks.optionalText("/x", value, 9));
    assertRefused("/x invalid");
  }

  @Test
  void optionalText_indicWithJoiner_isText() {
    assertEquals(Optional.of("क्‍ष"), checks.optionalText("/x", "क्‍ष", 9));
  }

  @Test
  void optionalText_longestInCodePoints_passesAndOneMoreIsTooLong() {
    String longest = "😀".repeat(9);
    assertEquals(Optional.of(longest), checks.optionalText("/x", longest, 9));

    assertEquals(Optional.empty(), checks.optionalText("/x", longest + "a", 9));
    assertRefused("/x too-long");
  }

  @Test
  void optionalNumber_bothBounds_pass() {
    assertEquals(OptionalInt.of(1), checks.optionalNumber("?limit", "1", 1, 200));
    assertEquals(OptionalInt.of(200), checks.optionalNumber("?limit", "200", 1, 200));
    assertDoesNotThrow(checks::done);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "999999999"})
  void optionalNumber_beyondBounds_isOutOfRange(String value) {
    assertEquals(OptionalInt.empty(), checks.optionalNumber("?limit", value, 1, 200));
    assertRefused("?limit out-of-range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1.5", "+1", "٣", "99999999999"})
  void optionalNumber_notDigits_isInvalid(String value) {
    assertEquals(OptionalInt.empty(), checks.optionalNumber("?limit", value, 1, 200));
    assertRefused("?limit invalid");
  }

  @Test
  void optionalTime_withOffset_isThatInstant() {
    assertEquals(
        Optional.of(Instant.parse("2026-01-31T04:00:00Z")),
        checks.optionalTime("?from", "2026-01-31T09:30:00+05:30"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-31",
        "2026-01-31T09:30:00",
        "2026-02-30T09:30:00Z",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z"
      })
  void optionalTime_notRfc3339_isInvalid(String value) {
    assertEquals(Optional.empty(), checks.optionalTime("?from", value));
    assertRefused("?from invalid");
  }

  private void assertRefused(String... errors) {
    InvalidInputException refused = assertThrows(InvalidInputException.class, checks::done);
    assertEquals(
        List.of(errors),
        refused.errors().stream().map(error -> error.pointer() + " " + error.code()).toList());
  }
}
