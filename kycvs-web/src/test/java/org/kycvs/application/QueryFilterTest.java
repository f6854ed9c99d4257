package org.kycvs.application;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryFilterTest {

  @ParameterizedTest
  @ValueSource(strings = {"%", "a=%", "a=%2", "a=%zz&b=1", "%41%4", "a=%-1", "%%41"})
  void isWellFormed_percentSignWithoutTwoDigits_isNot(String query) {
    assertFalse(QueryFilter.isWellFormed(query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a=1", "a=%25", "%2B91=%c3%A9&x", "a=%e0%a4%85", "a=%00"})
  void isWellFormed_escapesOnly_is(String query) {
    assertTrue(QueryFilter.isWellFormed(query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%ff", "a=%c3", "%c3=%a9", "a=%ed%a0%80", "a=\u00e9", "a=\u0905"})
  void isWellFormed_noUtf8OrNotEscaped_isNot(String query) {
    assertFalse(QueryFilter.isWellFormed(query));
  }

  @Test
  void isWellFormed_noQuery_is() {
    assertTrue(QueryFilter.isWellFormed(null));
  }
}
