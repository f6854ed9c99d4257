package org.kycvs.shared.mobile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.shared.mobile.MobileNumberException.Reason;

class MobileNumberTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"+917011000000", "7011000000", "07011000000", "+91 70110-00000", "00917011000000"})
  void parse_asPeopleWriteIt_isOneNumber(String text) {
    assertEquals("+917011000000", MobileNumber.parse(text).e164());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12345", "seven", "+91701100000", "+9170110000000", "+911123456789"})
  void parse_noMobile_isInvalid(String text) {
    assertEquals(Reason.INVALID, refusalOf(text));
  }

  @Test
  void parse_anotherCountry_isNotServed() {
    assertEquals(Reason.COUNTRY_NOT_SERVED, refusalOf("+447911123456"));
  }

  @Test
  void toString_always_isMasked() {
    assertEquals("+91••••••3210", MobileNumber.parse("+919876543210").toString());
  }

  private static Reason refusalOf(String text) {
    return assertThrows(MobileNumberException.class, () -> MobileNumber.parse(text)).reason();
  }
}
