package org.kycvs.registry.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.registry.entity.PersonQuery;
import org.kycvs.registry.entity.RegistryAnswer.Ambiguous;
import org.kycvs.registry.entity.RegistryAnswer.Found;
import org.kycvs.registry.entity.RegistryAnswer.NoMatch;
import org.kycvs.shared.mobile.MobileNumber;

class TestPeopleTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

  @ParameterizedTest
  @CsvSource({"00, 0", "01, 1", "02, 2", "05, 2", "06, 2", "07, 2", "08, 2", "09, 2"})
  void answer_aNumber_hasItsStatusWhateverTheName(String number, int status) {
    Found found = assertInstanceOf(Found.class, TestPeople.answer(query(number), NOW));
    assertEquals(status, found.status().value());
    assertEquals("test-" + number, found.person().value());
    assertEquals("in-2026-1", found.rule());
    assertEquals(NOW, found.asOf());
  }

  @Test
  void answer_three_isNoMatch() {
    assertEquals(new NoMatch(), TestPeople.answer(query("03"), NOW));
  }

  @Test
  void answer_four_isDecidedByTheYear() {
    assertEquals(new Ambiguous(), TestPeople.answer(query("04"), NOW));
    assertEquals(new NoMatch(), TestPeople.answer(query("04").bornIn(1985), NOW));
    Found elder = assertInstanceOf(Found.class, TestPeople.answer(query("04").bornIn(1980), NOW));
    Found younger = assertInstanceOf(Found.class, TestPeople.answer(query("04").bornIn(1990), NOW));
    assertEquals(2, elder.status().value());
    assertEquals(1, younger.status().value());
    assertFalse(elder.person().equals(younger.person()));
  }

  @Test
  void answer_noTestMobile_isNoMatch() {
    MobileNumber real = MobileNumber.parse("+917011000000");
    assertEquals(new NoMatch(), TestPeople.answer(PersonQuery.of(real, "Anybody"), NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+915555500000", "+91 55555 00009", "5555500004", "055555-00001"})
  void isTestMobile_asPeopleWriteIt_is(String text) {
    assertTrue(TestPeople.isTestMobile(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "+915555500010", "+9155555000000", "+925555500000", "+917011000000"})
  void isTestMobile_anyOther_isNot(String text) {
    assertFalse(TestPeople.isTestMobile(text));
  }

  private static PersonQuery query(String number) {
    return PersonQuery.of(TestPeople.mobile("+9155555000" + number).orElseThrow(), "Anybody");
  }
}
