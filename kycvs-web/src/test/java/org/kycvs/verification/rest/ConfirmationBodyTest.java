package org.kycvs.verification.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Year;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.application.Contract;
import org.kycvs.otp.entity.OneTimePassword;
import org.kycvs.webshared.problem.InvalidInputException;

class ConfirmationBodyTest {
  private static final Year THIS_YEAR = Year.of(2026);

  @Test
  void confirm_sixDigits_areTheCode() {
    ConfirmationBody.Entry entry = new ConfirmationBody("012345", 2000).entry(THIS_YEAR);

    assertEquals(
        OneTimePassword.parse("012345").map(OneTimePassword::sha256Hex).orElseThrow(),
        entry.code().sha256Hex());
    assertEquals(OptionalInt.of(2000), entry.yearOfBirth());
  }

  @ParameterizedTest
  @ValueSource(strings = {"12345", "abcdef", "12345a", "-12345", "१२३४५६", "12 456"})
  void confirm_otherThanTheContractSays_isRefusedWithItsPointer(String code) {
    String form = Contract.properties("Confirmation").at("/code/pattern").asText();

    assertEquals(false, code.matches(form));
    assertRefused(code, null, "/code invalid");
  }

  @Test
  void confirm_sevenDigits_isTooLong() {
    assertRefused("1234567", null, "/code too-long");
  }

  @Test
  void confirm_noCode_isMissing() {
    assertRefused(null, null, "/code missing");
    assertRefused(" ", null, "/code missing");
  }

  @Test
  void confirm_yearBeyondTheContract_isRefusedWithItsPointer() {
    int least = Contract.properties("Confirmation").at("/yearOfBirth/minimum").asInt();

    assertEquals(
        OptionalInt.of(least),
        new ConfirmationBody("123456", least).entry(THIS_YEAR).yearOfBirth());
    assertRefused("123456", least - 1, "/yearOfBirth out-of-range");
    assertRefused("123456", 2027, "/yearOfBirth out-of-range");
  }

  @Test
  void confirm_bothWrong_namesBoth() {
    assertRefused("x", 1, "/code invalid", "/yearOfBirth out-of-range");
  }

  @Test
  void print_neverShowsTheCode() {
    assertEquals("ConfirmationBody", new ConfirmationBody("123456", null).toString());
  }

  private static void assertRefused(
      @Nullable String code, @Nullable Integer year, String... errors) {
    InvalidInputException refused =
        assertThrows(
            InvalidInputException.class, () -> new ConfirmationBody(code, year).entry(THIS_YEAR));
    assertEquals(
        List.of(errors),
        refused.errors().stream().map(error -> error.pointer() + " " + error.code()).toList());
  }
}
