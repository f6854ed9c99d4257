package org.kycvs.notification.rest;

import org.kycvs.notification.entity.ReceivedMail;
import org.kycvs.webshared.page.Html;

/** One mail of the inbox of development. */
final class MailPage {
  private static final String MAIN =
      """
      <p><a href="/dev/mail">All mails</a></p>
      <h1>@subject@</h1>
      <p class="lead">To @to@, @time@.</p>
      <p><a href="/dev/mail/@id@/html">See it as HTML</a></p>
      <h2>Text</h2>
      <pre class="mail" tabindex="0" aria-label="Text">@text@</pre>
      <h2>Headers</h2>
      <pre class="mail" tabindex="0" aria-label="Headers">@headers@</pre>
      """;

  private MailPage() {}

  /** The page. */
  static String of(ReceivedMail mail) {
    return Html.developmentPage(
        mail.subject() + " – KYC-VS development",
        "",
        MAIN.replace("@id@", Html.escaped(mail.id()))
            .replace("@time@", InboxPage.TIME.format(mail.sentAt()))
            .replace("@to@", Html.escaped(mail.to()))
            .replace("@subject@", Html.escaped(mail.subject()))
            .replace("@headers@", Html.escaped(String.join("\n", mail.headers())))
            .replace("@text@", Html.escaped(mail.text())));
  }
}
