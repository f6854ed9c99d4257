package org.kycvs.organisation.entity;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationProfileTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Sunrise Hotels", "होटल में चेक-इन", "ক্‍ষ", "ریل\u200Cوے", "Café 24/7 😀"})
  void isText_oneLineThatCanBeSeen_holds(String text) {
    assertTrue(OrganisationProfile.isText(text, 40));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "a\nb",
        "a\rb",
        "a\tb",
        "a\u0000",
        "a\u0085b",
        "a\u2028b",
        "a\u2029b",
        "a\u202Eb",
        "a\u2066b",
        "a\u200Fb",
        "a\uFEFFb",
        "a\uE000b",
        "a\uD83D"
      })
  void isText_secondLineOrWhatIsNotSeen_doesNot(String text) {
    assertFalse(OrganisationProfile.isText(text, 40));
  }

  @Test
  void isText_length_isCountedAsAnSmsCountsIt() {
    assertTrue(OrganisationProfile.isText("😀".repeat(20), 40));
    assertFalse(OrganisationProfile.isText("😀".repeat(20) + "a", 40));
  }
}
