package org.kycvs.apikey.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.Optional;

/** Whatever the header has is a key, or none; in quotes, a key is the same one. */
class IdempotencyKeyFuzzTest {
  @FuzzTest
  void parse_anyText_isAKeyOrNone(@NotNull String text) {
    IdempotencyKey.parse(text)
        .ifPresent(
            key -> {
              String quoted = key.text().replace("\\", "\\\\").replace("\"", "\\\"");
              assertEquals(Optional.of(key), IdempotencyKey.parse('"' + quoted + '"'));
            });
    IdempotencyKey.parse('"' + text);
  }
}
