package org.kycvs.launcher.check;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.text.ParseException;
import java.time.Instant;

/** Whatever is given to be checked offline is refused, or read, and nothing is thrown. */
class CheckFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @FuzzTest
  void check_anyText_isNoStatement(@NotNull String text) throws ParseException {
    StatementCheck check = new StatementCheck(KnownKeys.parse("{\"keys\":[]}"));

    CheckResult result = check.check(text, Expected.nothing(), NOW);

    assertFalse(result instanceof Checked);
  }

  @FuzzTest
  void strictJson_anyText_isAnObjectOrRefused(@NotNull String text) {
    try {
      StrictJson.object(text);
    } catch (ParseException e) {
      // It was refused.
    }
  }

  @FuzzTest
  void keys_anyText_areASetOrRefused(@NotNull String text) {
    try {
      KnownKeys.parse(text);
    } catch (ParseException e) {
      // They were refused.
    }
  }

  @FuzzTest
  void metadata_anyText_isUnderstoodOrRefused(@NotNull String text) {
    try {
      IssuerFacts.parse(text);
    } catch (ParseException e) {
      // It was refused.
    }
  }
}
