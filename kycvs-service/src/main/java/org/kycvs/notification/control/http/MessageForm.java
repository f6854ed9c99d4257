package org.kycvs.notification.control.http;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills a template: names in braces are replaced, each value escaped for the place. What consists
 * of names that stand for nothing is left out, with its own name: a parameter of the URL, a header,
 * a field of a form, a member of JSON and the objects around it. Gateways refuse an empty template
 * id, but not a missing one.
 */
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
    int query = whole.indexOf('?');
    return query < 0
        ? fill(whole, MessageForm::percentEncoded)
        : fill(whole.substring(0, query), MessageForm::percentEncoded)
            + "?"
            + fields(whole.substring(query + 1));
  }

  /** In a header, where no line may end; empty if the header is to be left out. */
  Optional<String> header(String template) {
    String filled = fill(template, value -> value.replaceAll("\\p{Cntrl}", " "));
    return isNothing(template, filled) ? Optional.empty() : Optional.of(filled);
  }

  /** In a body of a media type: JSON, a form, or text as it is. */
  String body(String template, String mediaType) {
    if (mediaType.contains("json")) {
      return json(template);
    }
    return mediaType.contains("x-www-form-urlencoded")
        ? fields(template)
        : fill(template, UnaryOperator.identity());
  }

  /** Fields as URLs and forms have them. */
  private String fields(String template) {
    return Arrays.stream(template.split("&", -1))
        .map(field -> field(field, fill(field, MessageForm::percentEncoded)))
        .flatMap(Optional::stream)
        .collect(Collectors.joining("&"));
  }

  private static Optional<String> field(String template, String filled) {
    return isNothing(
            template.substring(template.indexOf('=') + 1),
            filled.substring(filled.indexOf('=') + 1))
        ? Optional.empty()
        : Optional.of(filled);
  }

  /**
   * A template with names outside of strings, such as numbers, is filled as the text that it is.
   */
  private String json(String template) {
    try (var reader = Json.createReader(new StringReader(template))) {
      return filled(reader.readValue()).orElse(JsonValue.EMPTY_JSON_OBJECT).toString();
    } catch (JsonException e) {
      return fill(template, MessageForm::jsonEscaped);
    }
  }

  private Optional<JsonValue> filled(JsonValue template) {
    if (template instanceof JsonString text) {
      String filled = fill(text.getString(), UnaryOperator.identity());
      return isNothing(text.getString(), filled)
          ? Optional.empty()
          : Optional.of(Json.createValue(filled));
    }
    if (template instanceof JsonObject members && !members.isEmpty()) {
      JsonObjectBuilder some = Json.createObjectBuilder();
      members.forEach((name, value) -> filled(value).ifPresent(found -> some.add(name, found)));
      return Optional.<JsonValue>of(some.build())
          .filter(object -> !object.asJsonObject().isEmpty());
    }
    if (template instanceof JsonArray elements && !elements.isEmpty()) {
      JsonArrayBuilder some = Json.createArrayBuilder();
      elements.forEach(value -> filled(value).ifPresent(some::add));
      return Optional.<JsonValue>of(some.build()).filter(array -> !array.asJsonArray().isEmpty());
    }
    return Optional.of(template);
  }

  /** Whether it was to say something, and says nothing. */
  private static boolean isNothing(String template, String filled) {
    return filled.isEmpty() && !template.isEmpty();
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
    String quoted = Json.createValue(value).toString();
    return quoted.substring(1, quoted.length() - 1);
  }
}
