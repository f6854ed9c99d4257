package org.kycvs.verification.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.application.Contract;
import org.kycvs.webshared.problem.InvalidInputException;

class HistoryParametersTest {
  @Test
  void list_nothingGiven_hasTheLimitOfTheContract() {
    assertEquals(
        schema("limit").required("default").asInt(), new HistoryParameters().wanted().limit());
  }

  @Test
  void list_limit_isTakenWithinTheBoundsOfTheContract() throws ReflectiveOperationException {
    int least = schema("limit").required("minimum").asInt();
    int most = schema("limit").required("maximum").asInt();

    assertEquals(least, with("limit", Integer.toString(least)).wanted().limit());
    assertEquals(most, with("limit", Integer.toString(most)).wanted().limit());
    assertRefused("limit", Integer.toString(least - 1), "out-of-range");
    assertRefused("limit", Integer.toString(most + 1), "out-of-range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"purpose", "reference"})
  void list_textLongerThanTheContractSays_isRefused(String name)
      throws ReflectiveOperationException {
    int longest = schema(name).required("maxLength").asInt();

    assertTrue(with(name, "a".repeat(longest)).wanted().cursor().isEmpty());
    assertRefused(name, "a".repeat(longest + 1), "too-long");
  }

  @Test
  void list_unknownState_isRefused() throws ReflectiveOperationException {
    assertRefused("state", "done", "invalid");
    assertRefused("state", "", "invalid");
  }

  @Test
  void list_timeThatIsNone_isRefused() throws ReflectiveOperationException {
    assertRefused("from", "yesterday", "invalid");
    assertRefused("to", "-999999999-01-01T00:00:00Z", "invalid");
  }

  private static void assertRefused(String name, String value, String code)
      throws ReflectiveOperationException {
    HistoryParameters parameters = with(name, value);
    InvalidInputException refused = assertThrows(InvalidInputException.class, parameters::wanted);
    assertEquals(
        List.of("?" + name + " " + code),
        refused.errors().stream().map(error -> error.pointer() + " " + error.code()).toList());
  }

  /** As JAX-RS fills it. */
  private static HistoryParameters with(String name, String value)
      throws ReflectiveOperationException {
    HistoryParameters parameters = new HistoryParameters();
    Field field = HistoryParameters.class.getDeclaredField(name);
    field.setAccessible(true);
    field.set(parameters, value);
    return parameters;
  }

  private static JsonNode schema(String name) {
    for (JsonNode parameter :
        Contract.document().at("/paths/~1api~1v1~1verifications/get/parameters")) {
      if (parameter.required("name").asText().equals(name)) {
        return parameter.required("schema");
      }
    }
    throw new IllegalArgumentException(name);
  }
}
