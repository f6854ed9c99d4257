package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SmsWordingsTest {
  private static final SmsPlaces PLACES = new SmsPlaces("https://kycvs.example.gov.in");
  private static final SmsWordings ALL = SmsWordings.builtIn();

  /** Texts that were released, with their hashes in receipts: add to them, never change them. */
  private static final Map<String, String> RELEASED =
      Map.of("verification-code.1.en", "W1lQ2_9bZnK5C5PnUkcYB_7gB8nRlsbKD9qj1k0Ig0o");

  @Test
  void find_releasedTexts_areAsReceiptsNameThem() {
    RELEASED.forEach(
        (key, sha256) -> assertEquals(sha256, ALL.find(key).orElseThrow().sha256(), key));
    assertEquals(Optional.empty(), ALL.find("verification-code.9.en"));
  }

  @Test
  void newest_eachTemplate_isThereInEachLanguage() {
    for (SmsTemplate template : SmsTemplate.values()) {
      for (String language : List.of("en", "hi", "bn", "ta", "ur", "id")) {
        assertEquals(language, ALL.newest(template, language).language());
        assertEquals(template, ALL.newest(template, language).template());
      }
    }
  }

  @Test
  void newest_languageWithoutTexts_isEnglish() {
    assertEquals("verification-code.1.en", ALL.newest(SmsTemplate.VERIFICATION_CODE, "te").key());
  }

  @Test
  void newest_severalVersions_isTheOneWithTheHighestNumber() {
    String text = "{code} {organisation} {purpose} {minutes}";
    SmsWordings wordings =
        wordings(
            Map.of(
                "verification-code.9", text,
                "verification-code.10", text + "!",
                "verification-code.1", text + "?"));
    assertEquals(10, wordings.newest(SmsTemplate.VERIFICATION_CODE, "en").version());
    assertEquals(text, wordings.find("verification-code.9.en").orElseThrow().text());
  }

  @Test
  void all_withTheLongestVariables_haveFewParts() {
    Map<String, Integer> parts = new TreeMap<>();
    for (SmsWording wording : ALL.all()) {
      parts.merge(wording.language(), SmsParts.of(longest(wording)).count(), Math::max);
    }
    assertEquals(Map.of("en", 3, "id", 3, "hi", 5, "bn", 5, "ta", 6, "ur", 5), parts);
    assertEquals(2, mostParts("en"));
    assertEquals(2, mostParts("id"));
    assertEquals(4, mostParts("hi"));
    assertEquals(4, mostParts("bn"));
    assertEquals(5, mostParts("ta"));
    assertEquals(4, mostParts("ur"));
  }

  @Test
  void all_texts_beginWithTheCodeAndNameTheBrand() {
    for (SmsWording wording : ALL.all()) {
      assertTrue(wording.text().contains("KYC-VS"), wording.key());
      assertEquals(
          wording.template() != SmsTemplate.VERIFICATION_COMPLETED,
          wording.text().startsWith("{code} "),
          wording.key());
    }
  }

  @Test
  void of_fileThatSaysWhatIsNothing_isRefused() {
    assertRefused("verification-cod.1", "{code}", "There is no template verification-cod");
    assertRefused("verification-code.0", "", "Not a template with its version");
    assertRefused(
        "verification-code.1",
        "{code} {organisation} {purpose} {minute}",
        "verification-code.1.en has {minute}, which is nothing");
    assertRefused(
        "verification-code.1",
        "{code} {organisation} {purpose}",
        "verification-code.1.en lacks {minutes}");
  }

  private static void assertRefused(String key, String text, String message) {
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> wordings(Map.of(key, text)))
                    .getMessage())
            .startsWith(message));
  }

  private static SmsWordings wordings(Map<String, String> texts) {
    Properties file = new Properties();
    texts.forEach(file::setProperty);
    return SmsWordings.of("en", file);
  }

  /** Of what is sent outside of our own pages. */
  private static int mostParts(String language) {
    return List.of(SmsTemplate.VERIFICATION_CODE, SmsTemplate.VERIFICATION_COMPLETED).stream()
        .mapToInt(template -> SmsParts.of(longest(ALL.newest(template, language))).count())
        .max()
        .orElseThrow();
  }

  private static String longest(SmsWording wording) {
    Map<SmsVariable, String> longest = new HashMap<>();
    for (SmsVariable variable : wording.template().variables()) {
      longest.put(variable, "x".repeat(variable.longest()));
    }
    return wording.fill(PLACES, longest);
  }
}
