package org.kycvs.notification.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.kycvs.notification.entity.ReceivedMail;
import org.kycvs.webshared.page.Html;

/** The mail inbox of development: all mails. */
final class MailboxPage {
  private static final String TITLE = "Mail inbox – KYC-VS development";

  /** As on the SMS inbox's page. */
  private static final String HEAD =
      """
      <script src="/assets/inbox.js" defer></script>
        <noscript><meta http-equiv="refresh" content="15"></noscript>""";

  private static final String MAIN =
      """
      <h1>Mail inbox</h1>
      <p class="lead">What staff would have received by e-mail, newest first. No mail leaves this
        machine, and this page exists in development only. What people would have received is in the
        <a href="/dev/sms">SMS inbox</a>.</p>
      <section id="messages" aria-live="polite" aria-label="Mails">
      @mails@
      </section>
      """;

  private static final String MAIL =
      """
      <li class="sms">
        <p class="head"><a href="/dev/mail/@id@">@subject@</a>
          <time datetime="@instant@">@time@</time></p>
        <p class="meta"><span>To <strong>@to@</strong></span></p>
      </li>
      """;

  private static final String EMPTY =
      """
      <p class="empty">No mails yet. Have one sent with
        <code>kycvs mail send-test you@example.org</code>; it is here within seconds.</p>""";

  private MailboxPage() {}

  /** The page. */
  static String of(List<ReceivedMail> mails) {
    return Html.developmentPage(TITLE, HEAD, MAIN.replace("@mails@", list(mails)));
  }

  private static String list(List<ReceivedMail> mails) {
    if (mails.isEmpty()) {
      return EMPTY;
    }
    return mails.stream()
        .map(MailboxPage::item)
        .collect(Collectors.joining("", "<ol class=\"messages\">\n", "</ol>"));
  }

  private static String item(ReceivedMail mail) {
    return MAIL.replace("@id@", Html.escaped(mail.id()))
        .replace("@instant@", mail.sentAt().toString())
        .replace("@time@", InboxPage.TIME.format(mail.sentAt()))
        .replace("@to@", Html.escaped(mail.to()))
        .replace("@subject@", Html.escaped(mail.subject()));
  }
}
