package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class SmsTextsTest {
  private static final String ENTITY = "kycvs.sms.dlt.entity-id";
  private static final String HEADER = "kycvs.sms.header";
  private static final String FILE = "kycvs.sms.dlt.templates-file";

  @TempDir private Path folder;

  @Test
  void from_nothingSet_isAllLanguagesAndNoRegistration() {
    SmsTexts texts = texts(Map.of());
    assertEquals(List.of("en", "hi", "bn", "ta", "ur", "id"), texts.languages());
    assertEquals(6, texts.maxParts());
    assertEquals(
        Dlt.NONE, texts.registration().of(texts.wording(SmsTemplate.VERIFICATION_CODE, "hi")));
    assertEquals(24, texts.sent().size());
  }

  @Test
  void from_fewerLanguages_sendsEnglishInsteadOfTheOthers() {
    SmsTexts texts = texts(Map.of("kycvs.sms.languages", "hi, en"));
    assertEquals(List.of("en", "hi"), texts.languages());
    assertEquals("hi", texts.wording(SmsTemplate.VERIFICATION_CODE, "hi").language());
    assertEquals("en", texts.wording(SmsTemplate.VERIFICATION_CODE, "ta").language());
  }

  @Test
  void from_languagesWithoutEnglishOrUnknown_saysWhichThereAre() {
    String allowed = ", but must be en and any of en, hi, bn, ta, ur, id, parted by commas";
    assertEquals(
        "kycvs.sms.languages (KYCVS_SMS_LANGUAGES) is 'hi'" + allowed,
        refusal(Map.of("kycvs.sms.languages", "hi")));
    assertEquals(
        "kycvs.sms.languages (KYCVS_SMS_LANGUAGES) is 'en,te'" + allowed,
        refusal(Map.of("kycvs.sms.languages", "en,te")));
  }

  @Test
  void from_fewerPartsThanATextMayHave_isRefusedAndAsManyAreNot() {
    assertEquals(6, texts(Map.of("kycvs.sms.max-parts", "6")).maxParts());
    assertEquals(
        "kycvs.sms.max-parts (KYCVS_SMS_MAX_PARTS) is '5', but must be at least 6, as"
            + " verification-code-in-frame.1.ta can have with kycvs.issuer as it is",
        refusal(Map.of("kycvs.sms.max-parts", "5")));
  }

  @Test
  void from_longIssuer_countsIntoTheParts() {
    String issuer = "https://" + "a".repeat(60) + ".example.gov.in";
    assertTrue(
        refusal(Map.of("kycvs.issuer", issuer)).startsWith("kycvs.sms.max-parts"),
        "a text of many parts was let through");
  }

  @Test
  void from_inIndiaWithAllIds_givesEachMessageItsOwn() throws IOException {
    SmsTexts texts = texts(india(lines(texts(Map.of()).sent())));
    SmsWording hindi = texts.wording(SmsTemplate.VERIFICATION_CODE, "hi");
    Dlt dlt = texts.registration().of(hindi);
    assertEquals(Optional.of("1101234567890123456"), dlt.entityId());
    assertEquals(Optional.of("MOHFWI"), dlt.header());
    assertEquals(Optional.of(id(hindi)), dlt.templateId());
  }

  @Test
  void from_inIndiaWithoutSomeIds_listsThem() throws IOException {
    List<SmsWording> some =
        texts(Map.of()).sent().stream()
            .filter(wording -> !wording.key().matches("verification-completed.1.(ta|ur)"))
            .toList();
    assertTrue(
        refusal(india(lines(some)))
            .startsWith(
                "kycvs.sms.dlt.templates-file (KYCVS_SMS_DLT_TEMPLATES_FILE) lacks the ids of"
                    + " verification-completed.1.ta, verification-completed.1.ur: register"));
  }

  @Test
  void from_outsideOfIndia_needsNoIds() {
    assertEquals(
        Optional.of("62811000"), texts(Map.of(HEADER, "62811000")).registration().header());
  }

  @Test
  void from_inIndiaWithoutHeader_isRefused() {
    assertEquals(
        "kycvs.sms.header (KYCVS_SMS_HEADER) is not set: with kycvs.sms.dlt.entity-id it is needed",
        refusal(Map.of(ENTITY, "1101234567890123456")));
  }

  @Test
  void from_wrongForms_sayWhatIsAllowed() {
    assertEquals(
        "kycvs.sms.dlt.entity-id (KYCVS_SMS_DLT_ENTITY_ID) is '11O1', but must be an id of 1 to 19"
            + " digits",
        refusal(Map.of(ENTITY, "11O1")));
    assertEquals(
        "kycvs.sms.header (KYCVS_SMS_HEADER) is 'VACCINATIONS', but must be up to 11 letters, digits"
            + " and hyphens, or up to 15 digits",
        refusal(Map.of(HEADER, "VACCINATIONS")));
    assertTrue(
        refusal(Map.of(FILE, "/nowhere/at/all"))
            .startsWith(
                "kycvs.sms.dlt.templates-file (KYCVS_SMS_DLT_TEMPLATES_FILE) is '/nowhere"));
  }

  @Test
  void from_fileWithWhatIsNothing_saysWhich() throws IOException {
    assertTrue(
        inFile("verification-code.1.xx = 1107").contains("'verification-code.1.xx' is no text:"));
    assertTrue(inFile("verification-code.1.xx = 1107").contains("verification-code.1.hi"));
    assertTrue(
        inFile("verification-code.1.hi = 1107x")
            .endsWith("verification-code.1.hi is '1107x', but must be an id of 1 to 19 digits"));
    assertTrue(
        inFile("verification-code.1.hi = 7\nverification-code.1.bn = 7")
            .endsWith("verification-code.1.bn and verification-code.1.hi have the same id 7"));
  }

  private String inFile(String lines) throws IOException {
    return refusal(Map.of(FILE, file(lines)));
  }

  private Map<String, String> india(String lines) throws IOException {
    return Map.of(ENTITY, "1101234567890123456", HEADER, "MOHFWI", FILE, file(lines));
  }

  private String file(String lines) throws IOException {
    return Files.writeString(folder.resolve("templates.properties"), lines).toString();
  }

  private static String lines(List<SmsWording> wordings) {
    return wordings.stream()
        .map(wording -> wording.key() + " = " + id(wording))
        .collect(Collectors.joining("\n"));
  }

  private static String id(SmsWording wording) {
    return "11071612%011d".formatted(Integer.toUnsignedLong(wording.key().hashCode()));
  }

  private static String refusal(Map<String, String> values) {
    return String.valueOf(assertThrows(SettingException.class, () -> texts(values)).getMessage());
  }

  private static SmsTexts texts(Map<String, String> values) {
    Map<String, String> all = new HashMap<>(Map.of("kycvs.issuer", "https://kycvs.example.gov.in"));
    all.putAll(values);
    return SmsTexts.from(Settings.of(name -> Optional.ofNullable(all.get(name))));
  }
}
