package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplateTest {

  @ParameterizedTest
  @EnumSource
  void fill_anyTemplate_saysTheSameInTextAndHtml(MailTemplate template) {
    MailText mail = template.fill(values(template));

    String html = mail.html();
    String shown =
        html.substring(html.indexOf("<main>"), html.indexOf("</main>"))
            .replace("</th><td>", ": ")
            .replaceAll("<[^>]*>", " ")
            .replace("&#39;", "'");
    assertEquals(words(mail.text()), words(shown));
    template.variables().forEach(name -> assertTrue(mail.text().contains("the " + name), name));
    assertFalse(mail.text().contains("{"), mail.text());
    assertFalse(mail.subject().contains("{"), mail.subject());
    assertTrue(html.contains("<title>" + mail.subject() + "</title>"));
  }

  @ParameterizedTest
  @EnumSource
  void fill_anyTemplate_hasNothingFromElsewhere(MailTemplate template) {
    String html = template.fill(values(template)).html();

    for (String unwanted : List.of("<img", "<a ", "<link", "<script", "url(", "http", " style=")) {
      assertFalse(html.contains(unwanted), unwanted);
    }
  }

  @Test
  void fill_markupInAValue_isShownAndNotMarkup() {
    Map<String, String> values = values(MailTemplate.WEBHOOK_DISABLED);
    values.put("reason", "<b onload='x'>\"&\"</b> {url}$1\\");

    MailText mail = MailTemplate.WEBHOOK_DISABLED.fill(values);

    assertTrue(mail.text().contains("<b onload='x'>\"&\"</b> {url}$1\\"), mail.text());
    assertTrue(
        mail.html().contains("&lt;b onload=&#39;x&#39;&gt;&quot;&amp;&quot;&lt;/b&gt; {url}$1\\"),
        mail.html());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\r\nBcc: other@example.org",
        "a\nb",
        "a\rb",
        "a\tb",
        "a\0",
        "a\u0085b",
        "a\u2028b",
        "a\u202Eb"
      })
  void fill_controlInAValue_isRefusedWithoutRepeatingIt(String value) {
    Map<String, String> values = values(MailTemplate.SMS_GATEWAY_SWITCHED);
    values.put("gateway", value);

    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> MailTemplate.SMS_GATEWAY_SWITCHED.fill(values));

    assertTrue(String.valueOf(refusal.getMessage()).startsWith("gateway "), refusal.getMessage());
    assertFalse(String.valueOf(refusal.getMessage()).contains(value));
  }

  @Test
  void fill_longValue_isTakenUpToFiveHundredCharacters() {
    Map<String, String> values = values(MailTemplate.MAIL_TEST);
    values.put("issuer", "x".repeat(500));
    MailTemplate.MAIL_TEST.check(values);
    values.put("issuer", "x".repeat(501));
    assertThrows(IllegalArgumentException.class, () -> MailTemplate.MAIL_TEST.check(values));
  }

  @Test
  void fill_missingOrUnknownVariable_isRefused() {
    Map<String, String> values = values(MailTemplate.MAIL_TEST);
    values.put("more", "x");
    assertThrows(IllegalArgumentException.class, () -> MailTemplate.MAIL_TEST.check(values));
    assertThrows(IllegalArgumentException.class, () -> MailTemplate.MAIL_TEST.check(Map.of()));
  }

  @Test
  void of_idAndVersion_findsItAndNoOther() {
    for (MailTemplate one : MailTemplate.values()) {
      assertEquals(Optional.of(one), MailTemplate.of(one.id(), one.version()));
      assertEquals(Optional.empty(), MailTemplate.of(one.id(), one.version() + 1));
    }
  }

  private static Map<String, String> values(MailTemplate template) {
    Map<String, String> values = new HashMap<>();
    template.variables().forEach(name -> values.put(name, "the " + name));
    return values;
  }

  private static List<String> words(String text) {
    return Stream.of(text.strip().split("\\s+")).toList();
  }
}
