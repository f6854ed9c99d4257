package org.kycvs.registry.control.names;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import org.junit.jupiter.api.BeforeAll;
import org.kycvs.registry.entity.PersonName;

/** Any two texts of a name's length are compared, soon, and one without letters fits nobody. */
class NameMatcherFuzzTest {
  private static final int LONGEST = 200;

  @BeforeAll
  static void loadWhatIsKnownOfNames() {
    assertTrue(NameMatcher.of(new PersonName("Anil Rao")).fits(new PersonName("Rao Anil")));
  }

  @FuzzTest
  void fits_anyTexts_isToldSoon(@NotNull String text) {
    int half = text.length() / 2;
    String typed = name(text.substring(0, half));
    String registered = name(text.substring(half));

    assertTimeout(
        ofSeconds(5),
        () -> {
          boolean fits = NameMatcher.of(new PersonName(typed)).fits(new PersonName(registered));
          if (typed.codePoints().noneMatch(Character::isLetter)) {
            assertFalse(fits);
          }
        });
  }

  private static String name(String text) {
    return text.substring(0, Math.min(LONGEST, text.length()));
  }
}
