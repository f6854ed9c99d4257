package org.kycvs.client;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a JSON object of an answer. What is not known is passed over, since answers may
 * grow; what is asked for must be there and of its type. A member that is null is not there.
 */
final class Members {
  private final Map<?, ?> members;

  private Members(Map<?, ?> members) {
    this.members = members;
  }

  /**
   * Reads an object.
   *
   * @throws ParseException if it is none
   */
  static Members parse(String json) throws ParseException {
    return new Members(JSONObjectUtils.parse(json));
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name) {
    return optional(name, String.class, "text");
  }

  int number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name));
  }

  Optional<Integer> optionalNumber(String name) {
    return optional(name, Object.class, "")
        .map(value -> small(value).orElseThrow(() -> wrong(name, "a whole number in bounds")));
  }

  boolean flag(String name) {
    return optional(name, Boolean.class, "true or false").orElseThrow(() -> missing(name));
  }

  /** RFC 3339. */
  Instant time(String name) {
    return optionalTime(name).orElseThrow(() -> missing(name));
  }

  Optional<Instant> optionalTime(String name) {
    try {
      return optionalText(name).map(Instant::parse);
    } catch (DateTimeException e) {
      throw wrong(name, "a time");
    }
  }

  Members object(String name) {
    return optionalObject(name).orElseThrow(() -> missing(name));
  }

  Optional<Members> optionalObject(String name) {
    return optional(name, Map.class, "an object").map(Members::new);
  }

  /** A list's objects; none if there is no list. */
  List<Members> objects(String name) {
    List<Members> objects = new ArrayList<>();
    for (Object item : items(name)) {
      if (!(item instanceof Map<?, ?> object)) {
        throw wrong(name, "a list of objects");
      }
      objects.add(new Members(object));
    }
    return objects;
  }

  /** A list's texts; none if there is no list. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Object item : items(name)) {
      if (!(item instanceof String text)) {
        throw wrong(name, "a list of texts");
      }
      texts.add(text);
    }
    return texts;
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  /** All members that are small whole numbers. */
  Map<String, Integer> numbers() {
    Map<String, Integer> numbers = new HashMap<>();
    members.forEach(
        (name, value) ->
            small(value).ifPresent(number -> numbers.put(String.valueOf(name), number)));
    return Map.copyOf(numbers);
  }

  /** All members as they stand, but those that are null. */
  Map<String, Object> all() {
    Map<String, Object> all = new HashMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            all.put(String.valueOf(name), value);
          }
        });
    return Map.copyOf(all);
  }

  private List<?> items(String name) {
    return optional(name, List.class, "a list").orElse(List.of());
  }

  private <T> Optional<T> optional(String name, Class<T> type, String what) {
    Object value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw wrong(name, what);
    }
    return Optional.of(type.cast(value));
  }

  private static Optional<Integer> small(Object value) {
    return value instanceof Long number && number >= 0 && number <= Integer.MAX_VALUE
        ? Optional.of(number.intValue())
        : Optional.empty();
  }

  private static WrongFormException missing(String name) {
    return new WrongFormException("its member " + name + " is missing");
  }

  private static WrongFormException wrong(String name, String what) {
    return new WrongFormException("its member " + name + " is not " + what);
  }
}
