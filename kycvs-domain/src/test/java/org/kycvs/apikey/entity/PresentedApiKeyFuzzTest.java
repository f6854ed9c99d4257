package org.kycvs.apikey.entity;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/** Whatever is presented as an API key has its form, or is none. */
class PresentedApiKeyFuzzTest {
  @FuzzTest
  void parse_anyText_isAKeyOrNone(@NotNull String text) {
    PresentedApiKey.parse(text)
        .ifPresent(key -> assertTrue(text.startsWith("kvs_" + key.mode().wire()), "mode"));
  }
}
