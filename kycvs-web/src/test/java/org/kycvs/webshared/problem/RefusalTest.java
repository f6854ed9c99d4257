package org.kycvs.webshared.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.shared.problem.ProblemCode;

class RefusalTest {
  @ParameterizedTest
  @CsvSource({
    "400, INVALID_REQUEST",
    "404, NOT_FOUND",
    "405, METHOD_NOT_ALLOWED",
    "406, NOT_ACCEPTABLE",
    "408, BODY_TOO_SLOW",
    "413, BODY_TOO_LARGE",
    "414, INVALID_REQUEST",
    "415, MEDIA_TYPE_UNSUPPORTED",
    "500, INTERNAL_ERROR",
    "501, METHOD_NOT_ALLOWED",
    "503, INTERNAL_ERROR"
  })
  void of_status_hasItsCode(int status, ProblemCode code) {
    assertEquals(code, Refusal.of(status).code());
  }

  @Test
  void of_fault_isNeverToldAsTheCallers() {
    assertTrue(Refusal.isTheCallers(499));
    assertFalse(Refusal.isTheCallers(500));
  }

  @Test
  void document_ofCode_namesItThreeTimesOver() {
    ProblemDocument document =
        ProblemDocument.of(ProblemCode.CODE_WRONG, "Again.", "req_1", List.of(), Map.of());

    assertEquals("urn:kycvs:problem:code-wrong", document.type());
    assertEquals("code-wrong", document.code());
    assertEquals("Wrong code", document.title());
    assertEquals(422, document.status());
  }

  @Test
  void databaseIsGone_onlyForConnectionsAndOperators() {
    assertTrue(Causes.isDatabaseGone(new IllegalStateException(new SQLException("", "08006"))));
    assertTrue(Causes.isDatabaseGone(new SQLException("", "57P01")));
    assertTrue(Causes.isDatabaseGone(new SQLException("no connection in the pool")));
    assertFalse(Causes.isDatabaseGone(new SQLException("", "22008")));
    assertFalse(Causes.isDatabaseGone(new IllegalStateException()));
  }
}
