package org.kycvs.client.statement;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON objects in which each member occurs once at every level: parsers that disagree on
 * which of two equal members counts could be shown different statements (RFC 8725 section 2.4).
 */
final class StrictJson {

  private StrictJson() {}

  /** The members; whole numbers are {@link Long}. */
  static Map<String, Object> object(String json) throws ParseException {
    if (!json.startsWith("{")) {
      throw new ParseException("it is not a JSON object", 0);
    }
    Map<String, Object> members;
    try {
      members = JSONObjectUtils.parse(json);
    } catch (ParseException e) {
      throw new ParseException("it is not JSON, or a member occurs twice", 0);
    }
    // The parser refuses repeated members at the top only, and keeps the last one further down.
    if (membersWritten(json) != membersRead(members)) {
      throw new ParseException("a member occurs twice", 0);
    }
    return members;
  }

  /** In JSON that was parsed, each colon outside of a string belongs to one member. */
  private static int membersWritten(String json) {
    int members = 0;
    boolean inString = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        inString = !inString;
      } else if (inString && c == '\\') {
        i++;
      } else if (!inString && c == ':') {
        members++;
      }
    }
    return members;
  }

  private static int membersRead(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.size() + map.values().stream().mapToInt(StrictJson::membersRead).sum();
    }
    if (value instanceof List<?> list) {
      return list.stream().mapToInt(StrictJson::membersRead).sum();
    }
    return 0;
  }
}
