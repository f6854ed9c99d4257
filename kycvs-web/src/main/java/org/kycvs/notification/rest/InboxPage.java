package org.kycvs.notification.rest;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kycvs.notification.entity.ReceivedSms;

/** The development inbox as a page that refreshes itself. */
final class InboxPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="refresh" content="5">
        <title>SMS inbox – KYC-VS development</title>
        <link rel="stylesheet" href="/assets/kycvs.css">
      </head>
      <body>
        <header class="site"><a href="/">KYC-VS</a> <span class="badge">development</span></header>
        <main>
          <h1>SMS inbox</h1>
          <p class="lead">What people would have received by SMS, newest first. Nothing leaves this
            machine, and the page exists in development only.</p>
          <form method="get" action="/dev/sms" class="search">
            <label for="mobile">Mobile</label>
            <input id="mobile" name="mobile" type="tel" value="@mobile@" placeholder="+91…">
            <button>Show</button>
            @all@
          </form>
          @messages@
        </main>
      </body>
      </html>
      """;

  private static final String MESSAGE =
      """
      <li class="sms">
        <p class="meta"><strong>@mobile@</strong> <time datetime="@instant@">@time@</time></p>
        <p class="bubble">@text@</p>
        <p class="meta">Code <code>@code@</code> · <code class="id">@verification@</code></p>
      </li>
      """;

  private static final String EMPTY =
      """
      <p class="empty">No messages yet. Ask about a person with <code>POST /api/v1/verifications</code>,
        or run <code>./kycvs demo</code>.</p>
      """;

  private InboxPage() {}

  /**
   * The page.
   *
   * @param mobile what the messages were narrowed to, or nothing
   */
  static String of(List<ReceivedSms> messages, String mobile) {
    String list =
        messages.isEmpty()
            ? EMPTY
            : messages.stream()
                .map(InboxPage::item)
                .collect(Collectors.joining("", "<ol class=\"messages\">", "</ol>"));
    return PAGE.replace("@mobile@", escaped(mobile))
        .replace("@all@", mobile.isEmpty() ? "" : "<a href=\"/dev/sms\">Show all</a>")
        .replace("@messages@", list);
  }

  private static String item(ReceivedSms sms) {
    return MESSAGE
        .replace("@mobile@", escaped(sms.mobile()))
        .replace("@instant@", sms.sentAt().toString())
        .replace("@time@", TIME.format(sms.sentAt()))
        .replace("@code@", escaped(sms.code()))
        .replace("@verification@", escaped(sms.verification()))
        .replace("@text@", escaped(sms.text()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("@", "&#64;");
  }
}
