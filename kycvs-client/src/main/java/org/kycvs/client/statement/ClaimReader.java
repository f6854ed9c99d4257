package org.kycvs.client.statement;

import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads claims that must be there, with the type that they must have. */
final class ClaimReader {
  /** 9999-12-31T23:59:59Z: the last second that RFC 3339 can write. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private final Map<String, Object> claims;

  ClaimReader(Map<String, Object> claims) {
    this.claims = claims;
  }

  String text(String name) throws ParseException {
    return optionalText(name).orElseThrow(() -> missing(name));
  }

  Optional<String> optionalText(String name) throws ParseException {
    if (!claims.containsKey(name)) {
      return Optional.empty();
    }
    if (claims.get(name) instanceof String text && !text.isEmpty()) {
      return Optional.of(text);
    }
    throw new ParseException("its claim " + name + " is not text", 0);
  }

  long number(String name, long most) throws ParseException {
    Object value = claims.get(name);
    if (value instanceof Long number && number >= 0 && number <= most) {
      return number;
    }
    throw value == null
        ? missing(name)
        : new ParseException("its claim " + name + " is not a whole number in bounds", 0);
  }

  Optional<Long> optionalNumber(String name, long most) throws ParseException {
    return claims.containsKey(name) ? Optional.of(number(name, most)) : Optional.empty();
  }

  Optional<Map<String, Object>> optionalObject(String name) throws ParseException {
    if (!claims.containsKey(name)) {
      return Optional.empty();
    }
    if (claims.get(name) instanceof Map<?, ?> members) {
      Map<String, Object> object = new HashMap<>();
      members.forEach((key, value) -> object.put(String.valueOf(key), value));
      return Optional.of(object);
    }
    throw new ParseException("its claim " + name + " is not an object", 0);
  }

  /** Seconds since 1970 (RFC 7519 NumericDate, whole seconds only). */
  Instant seconds(String name) throws ParseException {
    return Instant.ofEpochSecond(number(name, LAST_SECOND));
  }

  void requireText(String name) throws ParseException {
    if (text(name).isBlank()) {
      throw new ParseException("its claim " + name + " is blank", 0);
    }
  }

  /** RFC 3339 in UTC, ending in Z. */
  Instant time(String name) throws ParseException {
    String text = text(name);
    try {
      if (text.endsWith("Z")) {
        return Instant.parse(text);
      }
    } catch (DateTimeException e) {
      // Falls through to the one refusal below.
    }
    throw new ParseException("its " + name + " is not a time in UTC", 0);
  }

  Optional<Instant> optionalTime(String name) throws ParseException {
    return claims.containsKey(name) ? Optional.of(time(name)) : Optional.empty();
  }

  private static ParseException missing(String name) {
    return new ParseException("its claim " + name + " is missing", 0);
  }
}
