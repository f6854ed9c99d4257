package org.kycvs.notification.control.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFormTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ODD = "a b&c=d+e%{to}\"'\\/<é€हि😀\n\t{text}$1";

  private final MessageForm form =
      new MessageForm(
          Map.of("text", ODD, "to", "+919876543210", "none", "", "base", "https://sms.example/x"),
          false);

  @Test
  void url_values_arePercentEncodedAndNeverFilledAgain() {
    assertEquals(
        "https://sms.example/x/send?to=%2B919876543210&text=a%20b%26c%3Dd%2Be%25%7Bto%7D%22%27%5C%2F"
            + "%3C%C3%A9%E2%82%AC%E0%A4%B9%E0%A4%BF%F0%9F%98%80%0A%09%7Btext%7D%241",
        form.url("{base}/send?to={to}&text={text}"));
  }

  @Test
  void url_inItsPath_isEncodedToo() {
    assertEquals("https://sms.example/%2B919876543210", form.url("https://sms.example/{to}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"text\":\"{text}\"}",
        "{ \"text\" : \"{text}\" }",
        "{\"text\":\"{text}\",\"id\":\"{none}\"}"
      })
  void body_json_isJsonWhateverTheText(String template) {
    String body = form.body(template, "application/json; charset=UTF-8");
    try (var reader = Json.createReader(new StringReader(body))) {
      assertEquals(Json.createObjectBuilder().add("text", ODD).build(), reader.readObject());
    }
  }

  @Test
  void body_jsonWithNamesOutsideOfStrings_isFilledAsText() {
    MessageForm numbers = new MessageForm(Map.of("reference", "7", "text", "\"\\\n"), false);
    assertEquals(
        "{\"number\":7,\"text\":\"\\\"\\\\\\n\"}",
        numbers.body("{\"number\":{reference},\"text\":\"{text}\"}", "application/json"));
  }

  @Test
  void body_form_isPercentEncoded() {
    assertEquals("to=%2B919876543210&keep=1", form.body("to={to}&keep=1", FORM));
  }

  @Test
  void body_text_isAsItIs() {
    assertEquals("SMS: " + ODD, form.body("SMS: {text}", "text/plain"));
  }

  @Test
  void names_thatStandForNothing_areLeftOutWithWhatTheyBelongTo() {
    assertEquals("https://a/?x=1", form.url("https://a/?id={none}&x=1"));
    assertEquals("x=1", form.body("id={none}&x=1&y={none}", FORM));
    assertEquals(Optional.empty(), form.header("{none}"));
    assertEquals(
        "{\"a\":[\"b\"],\"empty\":\"\",\"n\":1,\"o\":{}}",
        form.body(
            "{\"in\":{\"india\":{\"id\":\"{none}\"}},\"a\":[\"{none}\",\"b\"],\"l\":[\"{none}\"],"
                + "\"empty\":\"\",\"n\":1,\"o\":{}}",
            "application/json"));
  }

  @Test
  void names_unknown_stayAsTheyStand() {
    assertEquals("{nobody} {Text} {}", form.body("{nobody} {Text} {}", "text/plain"));
  }

  @Test
  void ifUnicode_isAsTheTextNeeds() {
    assertEquals("0", form.body("{if-unicode:2:0}", "text/plain"));
    assertEquals("2", new MessageForm(Map.of(), true).body("{if-unicode:2:0}", "text/plain"));
    assertEquals("dcs=8", new MessageForm(Map.of(), true).body("dcs={if-unicode:8:}", FORM));
    assertEquals("", form.body("dcs={if-unicode:8:}", FORM));
  }

  @Test
  void header_lineEnds_becomeBlanks() {
    assertEquals(
        Optional.of("a  b c"),
        new MessageForm(Map.of("text", "a\r\nb\u0000c"), false).header("{text}"));
  }
}
