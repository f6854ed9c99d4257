package org.kycvs.systemtest.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Compares a value with a schema of the contract. Members that the schema does not name are faults
 * unless it says that there may be others: the documentation must have all that is told.
 */
final class SchemaCheck {
  private final Contract contract;
  private final List<String> faults = new ArrayList<>();

  SchemaCheck(Contract contract) {
    this.contract = contract;
  }

  /** What does not fit, a line each. */
  static List<String> faults(Contract contract, JsonNode schema, JsonNode value) {
    SchemaCheck check = new SchemaCheck(contract);
    check.value("", contract.resolved(schema), value);
    return check.faults;
  }

  private void value(String where, JsonNode schema, JsonNode value) {
    if (schema.has("oneOf")) {
      insist(fitsOne(schema.path("oneOf"), value), where, "fits none of the forms: " + value);
      return;
    }
    JsonNode allowed = schema.path("enum");
    if (allowed.isArray() && !contains(allowed, value)) {
      faults.add(where + " is none of " + allowed + ": " + value);
    }
    switch (schema.path("type").asText()) {
      case "object" -> object(where, schema, value);
      case "array" -> array(where, schema, value);
      case "integer" -> integer(where, schema, value);
      case "boolean" -> insist(value.isBoolean(), where, "is no boolean");
      case "string" -> string(where, schema, value);
      default -> faults.add(where + " has the unknown type " + schema.path("type"));
    }
  }

  private boolean fitsOne(JsonNode schemas, JsonNode value) {
    for (JsonNode schema : schemas) {
      if (faults(contract, schema, value).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void object(String where, JsonNode schema, JsonNode value) {
    insist(value.isObject(), where, "is no object");
    for (JsonNode name : schema.path("required")) {
      insist(value.has(name.asText()), where + "/" + name.asText(), "is missing");
    }
    JsonNode members = schema.path("properties");
    boolean open = members.isMissingNode() || schema.path("additionalProperties").asBoolean(false);
    for (var member : value.properties()) {
      String inner = where + "/" + member.getKey();
      if (members.has(member.getKey())) {
        value(inner, contract.resolved(members.get(member.getKey())), member.getValue());
      } else {
        insist(open, inner, "is not documented");
      }
    }
  }

  private void array(String where, JsonNode schema, JsonNode value) {
    insist(value.isArray(), where, "is no array");
    insist(value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE), where, "is too long");
    for (int i = 0; i < value.size(); i++) {
      value(where + "/" + i, contract.resolved(schema.path("items")), value.get(i));
    }
  }

  private void integer(String where, JsonNode schema, JsonNode value) {
    insist(value.isIntegralNumber(), where, "is no integer");
    boolean within =
        value.asLong() >= schema.path("minimum").asLong(Long.MIN_VALUE)
            && value.asLong() <= schema.path("maximum").asLong(Long.MAX_VALUE);
    insist(within, where, "is out of range: " + value);
  }

  private void string(String where, JsonNode schema, JsonNode value) {
    insist(value.isTextual(), where, "is no text");
    String text = value.asText();
    int length = text.codePointCount(0, text.length());
    insist(
        length >= schema.path("minLength").asInt(0)
            && length <= schema.path("maxLength").asInt(Integer.MAX_VALUE),
        where,
        "has a wrong length");
    if (schema.has("pattern")) {
      boolean fits = Pattern.compile(schema.path("pattern").asText()).matcher(text).find();
      insist(fits, where, "does not fit the pattern: " + text);
    }
    switch (schema.path("format").asText()) {
      case "date-time" -> insist(isTime(text), where, "is no time: " + text);
      case "uri" -> insist(URI.create(text).isAbsolute(), where, "is no URL: " + text);
      default -> {}
    }
  }

  private void insist(boolean right, String where, String otherwise) {
    if (!right) {
      faults.add((where.isEmpty() ? "all of it" : where) + " " + otherwise);
    }
  }

  private static boolean isTime(String text) {
    try {
      return !OffsetDateTime.parse(text).equals(OffsetDateTime.MIN);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    for (JsonNode one : values) {
      if (one.asText().equals(value.asText())) {
        return true;
      }
    }
    return false;
  }
}
