package org.kycvs.client.statement;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.kycvs.client.statement.Statements.ANYTHING;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.text.ParseException;
import java.time.Instant;

/** Whatever is given to be checked offline is refused, or read, and nothing is thrown. */
class StatementFuzzTest {
  private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

  @FuzzTest
  void check_anyText_isNoStatement(@NotNull String text) throws ParseException {
    StatementChecker check =
        StatementChecker.trustingKeysAlone(KnownKeys.parse("{\"keys\":[]}"), Recalls.notLookedUp());

    CheckResult result = check.check(text, ANYTHING, NOW);

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

  @FuzzTest
  void statusList_anyText_isRefused(@NotNull String text) throws ParseException {
    KnownKeys none = KnownKeys.parse("{\"keys\":[]}");
    assertThrows(ParseException.class, () -> StatusList.parse(text, none));
  }
}
