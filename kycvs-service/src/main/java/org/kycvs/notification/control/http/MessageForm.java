package org.kycvs.notification.control.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills a template: names in braces are replaced, each value escaped for the place. */
final class MessageForm {
  private static final Pattern NAME =
      Pattern.compile("\\{(?:(?<name>[a-z][a-z-]*)|if-unicode:(?<yes>[^:{}]*):(?<no>[^:{}]*))}");

  private final Map<String, String> values;
  private final boolean unicode;

  /**
   * With the values of one message.
   *
   * @param unicode whether its text goes beyond GSM 03.38
   */
  MessageForm(Map<String, String> values, boolean unicode) {
    this.values = values;
    this.unicode = unicode;
  }

  /** In a URL: everything but letters, digits and a few signs is percent-encoded UTF-8. */
  String url(String template) {
    // The base is a part of the URL itself, not something within it.
    String whole = template.replace("{base}", values.getOrDefault("base", ""));
    return fill(whole, MessageForm::percentEncoded);
  }

  /** In a header, where no line may end. */
  String header(String template) {
    return fill(template, value -> value.replaceAll("\\p{Cntrl}", " "));
  }

  /** In a body of a media type: JSON, a form, or text as it is. */
  String body(String template, String mediaType) {
    if (mediaType.contains("json")) {
      return fill(template, MessageForm::jsonEscaped);
    }
    return mediaType.contains("x-www-form-urlencoded")
        ? fill(template, MessageForm::percentEncoded)
        : fill(template, UnaryOperator.identity());
  }

  /** A name that is unknown stays as it stands: braces are common in JSON. */
  private String fill(String template, UnaryOperator<String> escaped) {
    return NAME.matcher(template)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    escaped.apply(
                        value(found.group(), found.group(1), found.group(2), found.group(3)))));
  }

  private String value(String whole, String name, String yes, String no) {
    if (name == null) {
      return unicode ? yes : no;
    }
    return values.getOrDefault(name, whole);
  }

  private static String percentEncoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String jsonEscaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (char one : value.toCharArray()) {
      if (one == '"' || one == '\\') {
        escaped.append('\\').append(one);
      } else if (one < ' ') {
        escaped.append("\\u%04x".formatted((int) one));
      } else {
        escaped.append(one);
      }
    }
    return escaped.toString();
  }
}
