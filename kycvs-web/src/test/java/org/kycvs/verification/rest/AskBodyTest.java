package org.kycvs.verification.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.application.Contract;
import org.kycvs.shared.mobile.ServedCountries;
import org.kycvs.shared.mode.Mode;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;
import org.kycvs.verification.entity.Question;
import org.kycvs.webshared.problem.InputError;
import org.kycvs.webshared.problem.InvalidInputException;

class AskBodyTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Year THIS_YEAR = Year.of(2026);
  private static final Map<String, Object> SHORTEST =
      Map.of("mobile", "+917011000000", "name", "Arjun Pillai", "purpose", "hotel-check-in");

  /** Texts about the edges of the forms in the contract. */
  private static final List<String> TEXTS =
      List.of(
          "a",
          "hi",
          "hin",
          "hind",
          "HI",
          "1a",
          "a1",
          "a-b",
          "a_b",
          "a.b~c_d-",
          "abcdefg",
          "abcdefgh",
          "abcd efgh",
          "abcdefgé",
          "A".repeat(8),
          "a".repeat(40),
          "a".repeat(41),
          "a".repeat(128),
          "a".repeat(129));

  @Test
  void ask_shortestBody_hasDefaults() {
    Question question = question(Mode.LIVE, SHORTEST);

    assertEquals("+917011000000", question.mobile().e164());
    assertEquals("Arjun Pillai", question.name());
    assertEquals("hotel-check-in", question.purpose());
    assertEquals("en", question.language());
    assertEquals(OptionalInt.empty(), question.yearOfBirth());
    assertEquals(Optional.empty(), question.reference());
    assertEquals(Optional.empty(), question.nonce());
    assertEquals(Optional.empty(), question.validFor());
  }

  @Test
  void ask_examplesOfTheContract_areAccepted() {
    JsonNode examples =
        Contract.document()
            .at("/paths/~1api~1v1~1verifications/post/requestBody/content/application~1json")
            .required("examples");

    assertEquals(
        Optional.of(Duration.ofDays(1)),
        question(Mode.TEST, example(examples, "whole")).validFor());
    assertEquals(
        "+915555500002", question(Mode.TEST, example(examples, "shortest")).mobile().e164());
  }

  @Test
  void ask_requiredMembers_areThoseOfTheContract() {
    List<String> required =
        JSON.convertValue(
            Contract.document().at("/components/schemas/Question/required"),
            JSON.getTypeFactory().constructCollectionType(List.class, String.class));

    for (String member : required) {
      Map<String, Object> body = new HashMap<>(SHORTEST);
      body.remove(member);
      assertEquals(List.of("/" + member + " missing"), refusals(Mode.LIVE, body));
    }
    assertEquals(SHORTEST.size(), required.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "mobile", "reference"})
  void ask_textLongerThanTheContractSays_isRefusedWithItsPointer(String member) {
    int longest = Contract.properties("Question").required(member).required("maxLength").asInt();

    assertFalse(refused(member, "a".repeat(longest)).contains("/" + member + " too-long"));
    assertEquals(List.of("/" + member + " too-long"), refused(member, "a".repeat(longest + 1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"purpose", "nonce", "language"})
  void ask_textOfAForm_isTakenAsTheContractSays(String member) {
    String form = Contract.properties("Question").required(member).required("pattern").asText();

    for (String text : TEXTS) {
      assertEquals(text.matches(form), refused(member, text).isEmpty(), member + " " + text);
    }
  }

  @ParameterizedTest
  @CsvSource({"yearOfBirth, 2026", "validForSeconds, 31622400"})
  void ask_number_isTakenWithinTheBoundsOfTheContract(String member, int most) {
    JsonNode schema = Contract.properties("Question").required(member);
    int least = schema.required("minimum").asInt();

    assertEquals(most, schema.path("maximum").asInt(THIS_YEAR.getValue()));
    assertTrue(refused(member, least).isEmpty());
    assertTrue(refused(member, most).isEmpty());
    assertEquals(List.of("/" + member + " out-of-range"), refused(member, least - 1));
    assertEquals(List.of("/" + member + " out-of-range"), refused(member, most + 1));
  }

  @Test
  void ask_nameWithoutLetters_isRefusedWithItsPointer() {
    assertEquals(List.of("/name invalid"), refused("name", "12 34"));
  }

  @Test
  void ask_nameInAnotherScript_isTaken() {
    assertEquals(List.of(), refused("name", "अर्जुन पिल्लै"));
  }

  @Test
  void ask_mobileOfAnotherCountry_isRefusedWithItsPointer() {
    assertEquals(List.of("/mobile mobile-country-not-served"), refused("mobile", "+6591234567"));
    assertEquals(List.of("/mobile mobile-invalid"), refused("mobile", "12345"));
  }

  @Test
  void ask_severalWrong_namesAll() {
    assertEquals(
        List.of("/name missing", "/nonce invalid", "/mobile mobile-invalid"),
        refusals(Mode.LIVE, Map.of("mobile", "x", "purpose", "hotel-check-in", "nonce", "short")));
  }

  @Test
  void ask_testKeyAboutAnybodyElse_isNotATestPerson() {
    ProblemException refused =
        assertThrows(ProblemException.class, () -> question(Mode.TEST, SHORTEST));

    assertEquals(ProblemCode.NOT_A_TEST_PERSON, refused.code());
  }

  @Test
  void print_neverShowsThePerson() {
    assertEquals("AskBody", body(SHORTEST).toString());
  }

  private static List<String> refused(String member, Object value) {
    Map<String, Object> body = new HashMap<>(SHORTEST);
    body.put(member, value);
    return refusals(Mode.LIVE, body);
  }

  private static List<String> refusals(Mode mode, Map<String, Object> body) {
    try {
      assertEquals(body.get("name"), question(mode, body).name());
      return List.of();
    } catch (InvalidInputException e) {
      return e.errors().stream().map(AskBodyTest::brief).toList();
    }
  }

  private static String brief(InputError error) {
    return error.pointer() + " " + error.code();
  }

  private static Question question(Mode mode, Map<String, Object> body) {
    return body(body).question(mode, THIS_YEAR, ServedCountries.INDIA);
  }

  private static AskBody body(Map<String, Object> members) {
    return JSON.convertValue(members, AskBody.class);
  }

  private static Map<String, Object> example(JsonNode examples, String name) {
    return JSON.convertValue(
        examples.required(name).required("value"),
        JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
  }
}
