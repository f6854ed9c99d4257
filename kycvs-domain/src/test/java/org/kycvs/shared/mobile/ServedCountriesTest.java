package org.kycvs.shared.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kycvs.shared.mobile.MobileNumberException.Reason;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class ServedCountriesTest {
  private static final String INDONESIAN = "+6281234567890";

  @Test
  void from_notSet_isIndia() {
    assertEquals(List.of("IN"), served("").codes());
  }

  @Test
  void mobile_ofACountryNotServed_saysWhichAre() {
    MobileNumberException refusal = refusal(served(""), INDONESIAN);
    assertEquals(Reason.COUNTRY_NOT_SERVED, refusal.reason());
    assertEquals("Only mobiles of India (+91) are served.", refusal.getMessage());
    assertEquals(
        "Only mobiles of Indonesia (+62), India (+91) are served.",
        refusal(served("ID,IN"), "+447911123456").getMessage());
  }

  @Test
  void mobile_ofAnotherServedCountry_isTakenAndMaskedWithItsOwnCode() {
    MobileNumber mobile = served("IN, ID").mobile(INDONESIAN);
    assertEquals(INDONESIAN, mobile.e164());
    assertEquals("+62••••••7890", mobile.masked());
  }

  @Test
  void mobile_withoutCountryCode_isOfTheFirstCountry() {
    assertEquals(INDONESIAN, served("ID,IN").mobile("081234567890").e164());
    assertEquals("+917011000000", served("IN,ID").mobile("7011000000").e164());
  }

  /** Canada and the United States share +1; only one of them is served. */
  @Test
  void mobile_ofACountryWithASharedCode_isToldApart() {
    assertEquals("+12025550123", served("US").mobile("+12025550123").e164());
    assertEquals(Reason.COUNTRY_NOT_SERVED, refusal(served("US"), "+16135550123").reason());
  }

  @Test
  void from_whatIsNoCountry_isRefused() {
    for (String wrong : List.of("IND", "in", "IN,", "XX", "91")) {
      assertEquals(
          "kycvs.served-countries (KYCVS_SERVED_COUNTRIES) is '"
              + wrong
              + "', but must be countries' codes of ISO 3166, parted by commas, such as IN,NP",
          assertThrows(SettingException.class, () -> served(wrong)).getMessage());
    }
  }

  private static MobileNumberException refusal(ServedCountries served, String text) {
    return assertThrows(MobileNumberException.class, () -> served.mobile(text));
  }

  private static ServedCountries served(String setting) {
    return ServedCountries.from(Settings.of(name -> Optional.of(setting)));
  }
}
