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
  @ValueSource(strings = {"", "a=1", "a=%25", "%2B91=%c3%A9&x", "a=%ff"})
  void isWellFormed_escapesOnly_is(String query) {
    assertTrue(QueryFilter.isWellFormed(query));
  }

  @Test
  void isWellFormed_noQuery_is() {
    assertTrue(QueryFilter.isWellFormed(null));
  }
}
