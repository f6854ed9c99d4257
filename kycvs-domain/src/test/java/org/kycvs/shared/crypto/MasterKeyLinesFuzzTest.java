package org.kycvs.shared.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;

/** Whatever a master-key file has is keys, which its own text gives again, or refused. */
class MasterKeyLinesFuzzTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @FuzzTest
  void parse_anyText_isKeysOrRefused(@NotNull String text) {
    check(text);
    check(KEY + "\n" + text);
  }

  private static void check(String text) {
    MasterKeyLines lines;
    try {
      lines = MasterKeyLines.parse(text);
    } catch (IllegalArgumentException e) {
      assertFalse(String.valueOf(e.getMessage()).contains(KEY), "it repeats a key");
      return;
    }
    assertEquals(lines.keys(), MasterKeyLines.parse(lines.text()).keys());
    MasterKeyLines rotated = lines.rotated();
    assertEquals(rotated.keys(), MasterKeyLines.parse(rotated.text()).keys());
    assertEquals(lines.root().id(), rotated.root().id());
  }
}
