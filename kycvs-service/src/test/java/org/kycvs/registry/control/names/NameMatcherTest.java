package org.kycvs.registry.control.names;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.registry.entity.PersonName;

class NameMatcherTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Meena Kumari Ansari",
        "MEENA kumari aNSARI",
        "  Meena\tKumari \u00a0 Ansari\u3000",
        "Ansari Meena Kumari",
        "Kumari Ansari Meena",
        "Ｍｅｅｎａ Kumari Ansari",
        "\u2133eena Kumari Ansari"
      })
  void agree_caseSpacingOrderAndWidth_makeNoDifference(String typed) {
    assertTrue(agree(typed, "Meena Kumari Ansari"));
  }

  @ParameterizedTest
  @CsvSource({
    "Meena Ansari, Meena Kumari Ansari",
    "Meena Kumari Ansari, Meena Ansari",
    "Meena, Meena Ansari",
    "Meena Meena Ansari, Meena Ansari Ansari",
    "Meena Ansari, Meera Ansari",
    "MeenaAnsari, Meena Ansari",
    "Geeta Singh, Asha Singh"
  })
  void agree_anyOtherWord_isSomebodyElse(String typed, String registered) {
    assertFalse(agree(typed, registered));
  }

  @Test
  void agree_composedAndDecomposed_areOneName() {
    assertTrue(agree("Rene\u0301 D\u2019Souza", "Ren\u00e9 D\u2019Souza"));
    assertTrue(agree("\u0958\u093e\u0938\u093f\u092e", "\u0915\u093c\u093e\u0938\u093f\u092e"));
  }

  @Test
  void agree_letterWithoutItsOwnCapital_isAsItsCapitals() {
    assertTrue(agree("JOSEF GROSS", "Josef Groß"));
  }

  @Test
  void agree_turkishLocale_makesNoDifference() {
    java.util.Locale before = java.util.Locale.getDefault();
    java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
    try {
      assertTrue(agree("IMRAN ALI", "Imran Ali"));
    } finally {
      java.util.Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0\t"})
  void agree_noWords_agreesWithNobody(String typed) {
    assertFalse(agree(typed, "Meena Ansari"));
    assertFalse(agree(typed, typed));
  }

  private static boolean agree(String typed, String registered) {
    return NameMatcher.agree(new PersonName(typed), new PersonName(registered));
  }
}
