package org.kycvs.notification.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of a template's text in one language. It never changes: receipts name it with its
 * hash.
 *
 * @param template what it is about
 * @param version the first is 1
 * @param language ISO 639, such as {@code hi}
 * @param text with names in braces for {@link SmsVariable}s and {@link SmsPlaces}
 */
public record SmsWording(SmsTemplate template, int version, String language, String text) {
  private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

  /** How Indian registration writes a variable. */
  private static final String REGISTERED_VARIABLE = "{#var#}";

  /** What it is called in settings and on record, such as {@code verification-code.1.hi}. */
  public String key() {
    return template.id() + "." + version + "." + language;
  }

  /** Base64url SHA-256 of the text with its names in braces: what a receipt says was shown. */
  public String sha256() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * The message. What stands in braces within a value stays as it is.
   *
   * @throws IllegalArgumentException if a value is missing, too long or has controls
   */
  public String fill(SmsPlaces places, Map<SmsVariable, String> variables) {
    Map<String, String> values = new HashMap<>(places.byName());
    for (SmsVariable variable : template.variables()) {
      String value = variables.get(variable);
      if (value == null) {
        throw new IllegalArgumentException(key() + " needs " + variable.id());
      }
      values.put(variable.id(), variable.checked(value));
    }
    return replaced(values);
  }

  /** The text as it is registered: only what differs between messages is left open. */
  public String asRegistered(SmsPlaces places) {
    Map<String, String> values = new HashMap<>(places.byName());
    template.variables().forEach(variable -> values.put(variable.id(), REGISTERED_VARIABLE));
    return replaced(values);
  }

  /** The names in braces, each as often as it is there. */
  List<String> names() {
    return NAME.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** What differs between its messages, in the order in which they are told. */
  public List<SmsVariable> variablesInOrder() {
    Map<String, SmsVariable> known = new HashMap<>();
    template.variables().forEach(variable -> known.put(variable.id(), variable));
    return names().stream().filter(known::containsKey).map(known::get).toList();
  }

  private String replaced(Map<String, String> values) {
    return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(values, name)));
  }

  private static String value(Map<String, String> values, MatchResult name) {
    String value = values.get(name.group(1));
    if (value == null) {
      throw new IllegalArgumentException("Nothing is called " + name.group());
    }
    return value;
  }
}
