package org.kycvs.apikey.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.apikey.entity.PresentedApiKey;
import org.kycvs.shared.id.ApiKeyId;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

class ApiKeyHeaderTest {
  private static final String KEY = key("0");
  private static final String OTHER = key("1");

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
  void of_bearer_isTheKey(String scheme) {
    assertEquals(KEY, read(Map.of("Authorization", scheme + KEY)));
  }

  @Test
  void of_ownHeader_isTheKey() {
    assertEquals(KEY, read(Map.of("x-api-key", " " + KEY + " ")));
  }

  @Test
  void of_both_isTheBearer() {
    assertEquals(KEY, read(Map.of("Authorization", "Bearer " + KEY, "x-api-key", OTHER)));
  }

  @Test
  void of_neither_isMissing() {
    assertEquals(ProblemCode.API_KEY_MISSING, refusal(Map.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer kvs_live_", "Bearer a b"})
  void of_anotherAuthorization_isMalformed(String authorization) {
    assertEquals(ProblemCode.API_KEY_MALFORMED, refusal(Map.of("Authorization", authorization)));
  }

  @Test
  void of_wrongChecksum_isMalformed() {
    char last = KEY.charAt(KEY.length() - 1);
    String damaged = KEY.substring(0, KEY.length() - 1) + (last == '0' ? '1' : '0');

    assertEquals(ProblemCode.API_KEY_MALFORMED, refusal(Map.of("x-api-key", damaged)));
  }

  @Test
  void of_twoKeysInOneHeader_isMalformed() {
    assertEquals(ProblemCode.API_KEY_MALFORMED, refusal(Map.of("x-api-key", KEY + "," + OTHER)));
  }

  private static String read(Map<String, String> headers) {
    return ApiKeyHeader.of(new HeadersForTests(headers)).reveal();
  }

  private static ProblemCode refusal(Map<String, String> headers) {
    return assertThrows(ProblemException.class, () -> read(headers)).code();
  }

  private static String key(String digit) {
    return PresentedApiKey.of(Mode.TEST, new ApiKeyId("key_" + digit.repeat(22)), digit.repeat(32))
        .reveal();
  }
}
