package org.kycvs.notification.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.ReceivedSms;

class InboxPageTest {
  private static final String MOBILE = "+917011000000";

  @Test
  void page_noMessages_saysWhatToDoFirst() {
    assertTrue(InboxPage.of(List.of(), "").contains("POST /api/v1/verifications"));
  }

  @Test
  void page_noMessagesToAMobile_namesItAndLeadsBackToAll() {
    String page = InboxPage.of(List.of(), MOBILE);

    assertTrue(page.contains("No messages to +917011000000."));
    assertTrue(page.contains("<a href=\"/dev/sms\">Show all</a>"));
  }

  @Test
  void page_message_showsTextCodeAndVerification() {
    String page = InboxPage.of(List.of(sms("513214 is your code")), "");

    assertTrue(page.contains("<p class=\"bubble\" dir=\"auto\">513214 is your code</p>"));
    assertTrue(page.contains("<span>1 part, GSM</span>"));
    assertTrue(page.contains("<code class=\"digits\">513214</code>"));
    assertTrue(page.contains("ver_kTiV9TyfXjOv8c2ajkI2Hi"));
    assertTrue(page.contains("datetime=\"2026-01-31T09:30:00Z\">31 Jan 2026, 09:30:00 UTC<"));
  }

  @Test
  void page_longMessageWithoutACode_showsPartsAndNoCode() {
    ReceivedSms told =
        new ReceivedSms(
            MOBILE,
            "اطلاع: ".repeat(11),
            "",
            "ver_kTiV9TyfXjOv8c2ajkI2Hi",
            Instant.parse("2026-01-31T09:30:00Z"));
    String page = InboxPage.of(List.of(told), "");

    assertTrue(page.contains("<span>2 parts, UCS-2</span>"));
    assertFalse(page.contains("digits"));
  }

  @Test
  void page_textWithMarkup_isShownAsText() {
    String page = InboxPage.of(List.of(sms("<script>alert(\"1\")</script> & more")), "");

    assertFalse(page.contains("<script>"));
    assertTrue(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more"));
  }

  @Test
  void page_textNamingAPlaceOfThePage_isNotFilled() {
    String page = InboxPage.of(List.of(sms("@code@ @messages@ @mobile@")), "");

    assertTrue(page.contains("&#64;code&#64; &#64;messages&#64; &#64;mobile&#64;"));
    assertFalse(page.contains("@"));
  }

  @Test
  void page_manyMessages_showsAll() {
    String page = InboxPage.of(Collections.nCopies(50, sms("513214 is your code")), "");

    assertEquals(50, page.split("<li class=\"sms\">", -1).length - 1);
  }

  @Test
  void refusing_wrongMobile_keepsItEscapedAndSaysWhatIsWrong() {
    String page = InboxPage.refusing("\"><script>", "Not a mobile number.");

    assertTrue(page.contains("value=\"&quot;&gt;&lt;script&gt;\""));
    assertTrue(page.contains("aria-invalid=\"true\""));
    assertTrue(page.contains("<p class=\"error\" id=\"mobile-error\">Not a mobile number.</p>"));
  }

  private static ReceivedSms sms(String text) {
    return new ReceivedSms(
        MOBILE,
        text,
        "513214",
        "ver_kTiV9TyfXjOv8c2ajkI2Hi",
        Instant.parse("2026-01-31T09:30:00Z"));
  }
}
