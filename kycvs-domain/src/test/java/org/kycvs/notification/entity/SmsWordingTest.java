package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kycvs.notification.entity.SmsVariable.CODE;
import static org.kycvs.notification.entity.SmsVariable.LINK;
import static org.kycvs.notification.entity.SmsVariable.MINUTES;
import static org.kycvs.notification.entity.SmsVariable.ORGANISATION;
import static org.kycvs.notification.entity.SmsVariable.PURPOSE;
import static org.kycvs.notification.entity.SmsVariable.VERIFIER_HOST;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmsWordingTest {
  private static final SmsPlaces PLACES = new SmsPlaces("https://kycvs.example.gov.in:8443");
  private static final Map<SmsVariable, String> VALUES =
      Map.of(
          CODE, "482913",
          ORGANISATION, "Sunrise Hotels",
          PURPOSE, "hotel check-in",
          MINUTES, "5",
          LINK, "0123456789ABCDEFGHIJab",
          VERIFIER_HOST, "book.sunrise-hotels.example");

  @Test
  void fill_code_saysWhoAsksWhatForAndHowLong() {
    assertEquals(
        "482913 is your code to tell Sunrise Hotels ONLY whether you are vaccinated, for: hotel"
            + " check-in. Valid 5 min. Not you? Ignore this and tell nobody the code."
            + " https://kycvs.example.gov.in:8443/notice -KYC-VS",
        wording(SmsTemplate.VERIFICATION_CODE).fill(PLACES, VALUES));
  }

  @Test
  void fill_completed_linksToReceiptAndToNotMe() {
    assertEquals(
        "Sunrise Hotels was told ONLY whether you are vaccinated, for: hotel check-in. Receipt:"
            + " https://kycvs.example.gov.in:8443/r/0123456789ABCDEFGHIJab Not you?"
            + " https://kycvs.example.gov.in:8443/n/0123456789ABCDEFGHIJab -KYC-VS",
        wording(SmsTemplate.VERIFICATION_COMPLETED).fill(PLACES, VALUES));
  }

  /** WICG sms-one-time-codes: the host alone, one blank, nothing after it. */
  @Test
  void fill_onPage_endsWithTheOriginBoundCodeOnItsOwnLine() {
    List<String> lines =
        wording(SmsTemplate.VERIFICATION_CODE_ON_PAGE).fill(PLACES, VALUES).lines().toList();
    assertEquals(List.of("@kycvs.example.gov.in #482913"), lines.subList(1, lines.size()));
  }

  /** The host of the page that is seen first, then the host of the frame. */
  @Test
  void fill_inFrame_bindsTheCodeToBothHosts() {
    List<String> lines =
        wording(SmsTemplate.VERIFICATION_CODE_IN_FRAME).fill(PLACES, VALUES).lines().toList();
    assertEquals(
        List.of("@book.sunrise-hotels.example #482913 @kycvs.example.gov.in"),
        lines.subList(1, lines.size()));
  }

  @Test
  void fill_otherThanOnOurPages_hasNoLastLine() {
    assertEquals(1, wording(SmsTemplate.VERIFICATION_CODE).fill(PLACES, VALUES).lines().count());
  }

  @Test
  void fill_valueWithNamesInBraces_staysAsItIs() {
    assertTrue(
        wording(SmsTemplate.VERIFICATION_CODE)
            .fill(PLACES, with(ORGANISATION, "{code} \\$1"))
            .startsWith("482913 is your code to tell {code} \\$1 ONLY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Sunrise\nHotels", "Sunrise\u2028Hotels", "Sunrise\u0007"})
  void fill_valueThatWouldBreakTheText_isRefused(String value) {
    SmsWording wording = wording(SmsTemplate.VERIFICATION_CODE);
    assertThrows(
        IllegalArgumentException.class, () -> wording.fill(PLACES, with(ORGANISATION, value)));
  }

  @Test
  void fill_valueOfTheGreatestLength_isTakenAndOneMoreRefused() {
    SmsWording wording = wording(SmsTemplate.VERIFICATION_CODE);
    assertTrue(wording.fill(PLACES, with(PURPOSE, "ह".repeat(40))).contains("ह".repeat(40)));
    assertThrows(
        IllegalArgumentException.class, () -> wording.fill(PLACES, with(PURPOSE, "ह".repeat(41))));
  }

  @Test
  void asRegistered_leavesOpenOnlyWhatDiffers() {
    SmsWording wording = wording(SmsTemplate.VERIFICATION_CODE_ON_PAGE);
    assertEquals(
        "{#var#} is your code to tell {#var#} ONLY whether you are vaccinated, for: {#var#}. Valid"
            + " {#var#} min. Not you? Ignore this and tell nobody the code."
            + " https://kycvs.example.gov.in:8443/notice -KYC-VS\n@kycvs.example.gov.in #{#var#}",
        wording.asRegistered(PLACES));
    assertEquals(List.of(CODE, ORGANISATION, PURPOSE, MINUTES, CODE), wording.variablesInOrder());
  }

  private static SmsWording wording(SmsTemplate template) {
    return SmsWordings.builtIn().newest(template, "en");
  }

  private static Map<SmsVariable, String> with(SmsVariable variable, String value) {
    Map<SmsVariable, String> values = new EnumMap<>(VALUES);
    values.put(variable, value);
    return values;
  }
}
