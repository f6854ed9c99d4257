package org.kycvs.notification.rest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kycvs.notification.entity.ReceivedMail;

class MailPagesTest {
  private static final String ID = "mail_kTiV9TyfXjOv8c2ajkI2Hi";

  @Test
  void mailbox_empty_saysHowToHaveOneSent() {
    assertTrue(MailboxPage.of(List.of()).contains("kycvs mail send-test"));
  }

  @Test
  void mailbox_mails_leadToEach() {
    String page = MailboxPage.of(List.of(mail("Hello", "text")));

    assertTrue(page.contains("<a href=\"/dev/mail/" + ID + "\">Hello</a>"), page);
    assertTrue(page.contains("ops&#64;example.org"), page);
    assertTrue(page.contains("31 Jan 2026, 09:30:00 UTC"), page);
  }

  @Test
  void pages_markupOrPlacesInAMail_areShownAsText() {
    ReceivedMail mail = mail("<script>1</script> @text@", "<b>@headers@</b>");

    for (String page : List.of(MailboxPage.of(List.of(mail)), MailPage.of(mail))) {
      assertFalse(page.contains("<script>1"), page);
      assertTrue(page.contains("&lt;script&gt;1&lt;/script&gt; &#64;text&#64;"), page);
    }
    assertTrue(MailPage.of(mail).contains("&lt;b&gt;&#64;headers&#64;&lt;/b&gt;"));
  }

  @Test
  void mail_showsTextAndHeadersAndLeadsToItsHtml() {
    String page = MailPage.of(mail("Hello", "first\nsecond"));

    assertTrue(page.contains(">first\nsecond</pre>"), page);
    assertTrue(page.contains(">From: a\nTo: b</pre>"), page);
    assertTrue(page.contains("href=\"/dev/mail/" + ID + "/html\""), page);
    assertFalse(page.contains("<i>html</i>"), page);
  }

  private static ReceivedMail mail(String subject, String text) {
    return new ReceivedMail(
        ID,
        "ops@example.org",
        subject,
        List.of("From: a", "To: b"),
        text,
        "<i>html</i>",
        Instant.parse("2026-01-31T09:30:00Z"));
  }
}
