package org.kycvs.notification.rest;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kycvs.notification.entity.ReceivedSms;
import org.kycvs.webshared.page.Html;

/** The development inbox as a page that keeps itself up to date. */
final class InboxPage {
  /** How both inboxes tell times. */
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String TITLE = "SMS inbox – KYC-VS development";

  /** Without the script, the whole page comes anew; that would take away what is being typed. */
  private static final String HEAD =
      """
      <script src="/assets/inbox.js" defer></script>
        <noscript><meta http-equiv="refresh" content="15"></noscript>""";

  private static final String MAIN =
      """
      <h1>SMS inbox</h1>
      <p class="lead">What people would have received by SMS, newest first. No SMS leaves this
        machine, and this page exists in development only. What staff would have received is in the
        <a href="/dev/mail">mail inbox</a>.</p>
      <form method="get" action="/dev/sms" class="search">
        <label for="mobile">Mobile</label>
        <input id="mobile" name="mobile" type="tel" value="@mobile@" placeholder="+917011000000"
          autocomplete="off"@invalid@>
        <button>Show</button>@all@@error@
      </form>
      <section id="messages" aria-live="polite" aria-label="Messages">
      @messages@
      </section>
      """;

  private static final String ERROR =
      """

        <p class="error" id="mobile-error">@detail@</p>""";

  private static final String MESSAGE =
      """
      <li class="sms">
        <p class="head"><strong>@mobile@</strong> <time datetime="@instant@">@time@</time></p>
        <p class="bubble">@text@</p>
        <p class="meta"><span>Code <code class="digits">@code@</code></span>
          <span>Verification <code class="id">@verification@</code></span></p>
      </li>
      """;

  private static final String EMPTY =
      """
      <p class="empty">No messages yet. Ask about a person with
        <code>POST /api/v1/verifications</code> or run <code>./kycvs demo</code>; the message is
        here within a second.</p>""";

  private static final String EMPTY_FOR =
      """
      <p class="empty">No messages to @mobile@.</p>""";

  private InboxPage() {}

  /**
   * The page.
   *
   * @param mobile what the messages were narrowed to, or nothing
   */
  static String of(List<ReceivedSms> messages, String mobile) {
    return page(mobile, "", list(messages, mobile));
  }

  /**
   * The page for a mobile that is none.
   *
   * @param mobile what was given
   * @param detail what is wrong with it
   */
  static String refusing(String mobile, String detail) {
    return page(mobile, detail, "");
  }

  private static String page(String mobile, String error, String messages) {
    String main =
        MAIN.replace("@mobile@", Html.escaped(mobile))
            .replace("@all@", mobile.isEmpty() ? "" : "\n  <a href=\"/dev/sms\">Show all</a>")
            .replace(
                "@invalid@",
                error.isEmpty() ? "" : " aria-invalid=\"true\" aria-describedby=\"mobile-error\"")
            .replace(
                "@error@", error.isEmpty() ? "" : ERROR.replace("@detail@", Html.escaped(error)))
            .replace("@messages@", messages);
    return Html.developmentPage(TITLE, HEAD, main);
  }

  private static String list(List<ReceivedSms> messages, String mobile) {
    if (messages.isEmpty()) {
      return mobile.isEmpty() ? EMPTY : EMPTY_FOR.replace("@mobile@", Html.escaped(mobile));
    }
    return messages.stream()
        .map(InboxPage::item)
        .collect(Collectors.joining("", "<ol class=\"messages\">\n", "</ol>"));
  }

  private static String item(ReceivedSms sms) {
    return MESSAGE
        .replace("@mobile@", Html.escaped(sms.mobile()))
        .replace("@instant@", sms.sentAt().toString())
        .replace("@time@", TIME.format(sms.sentAt()))
        .replace("@code@", Html.escaped(sms.code()))
        .replace("@verification@", Html.escaped(sms.verification()))
        .replace("@text@", Html.escaped(sms.text()));
  }
}
