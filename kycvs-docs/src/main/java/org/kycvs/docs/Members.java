package org.kycvs.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** A schema as a table: each member with what it may be, inner ones by their whole way. */
final class Members {
  private static final int SHOWN_VALUES = 12;

  private final Contract contract;
  private final Prose prose;

  Members(Contract contract, Prose prose) {
    this.contract = contract;
    this.prose = prose;
  }

  private record Row(String name, boolean required, JsonNode schema) {}

  /** The table, or nothing for a schema without members. */
  String table(JsonNode schema) {
    List<Row> rows = new ArrayList<>();
    addInner("", contract.resolved(schema), rows);
    if (rows.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append("<table><thead><tr><th scope=\"col\">Member</th><th scope=\"col\">Form</th>")
        .append("<th scope=\"col\">Meaning</th></tr></thead><tbody>");
    for (Row row : rows) {
      html.append("<tr><td>")
          .append(Markup.code(row.name()))
          .append(row.required() ? " <span class=\"needed\">required</span>" : "")
          .append("</td><td>")
          .append(form(row.schema()))
          .append("</td><td>")
          .append(prose.inline(row.schema().path("description").asText()))
          .append("</td></tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private void addInner(String before, JsonNode schema, List<Row> rows) {
    if (schema.path("type").asText().equals("array")) {
      addInner(before + "[].", contract.resolved(schema.path("items")), rows);
      return;
    }
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      JsonNode inner = contract.resolved(member.getValue());
      String name = before + member.getKey();
      rows.add(new Row(name, required.contains(member.getKey()), inner));
      boolean array = inner.path("type").asText().equals("array");
      JsonNode items = array ? contract.resolved(inner.path("items")) : inner;
      addInner(name + (array ? "[]." : "."), items, rows);
    }
  }

  /** What a value may be, in words. */
  String form(JsonNode schema) {
    if (schema.has("oneOf")) {
      StringJoiner either = new StringJoiner(" or ");
      schema.path("oneOf").forEach(one -> either.add(form(contract.resolved(one))));
      return either.toString();
    }
    StringJoiner form = new StringJoiner(", ");
    String type = schema.path("type").asText();
    String format = schema.path("format").asText();
    if (schema.has("enum")) {
      form.add(values(schema.path("enum")));
    } else if (format.equals("date-time")) {
      form.add("time");
    } else if (format.equals("uri")) {
      form.add("URL");
    } else {
      form.add(type.equals("string") ? "text" : type);
    }
    String unit = type.equals("string") ? " characters" : type.equals("array") ? " items" : "";
    range(schema, type.equals("integer") ? "imum" : type.equals("array") ? "Items" : "Length", unit)
        .forEach(form::add);
    if (schema.has("pattern")) {
      form.add(Markup.code(schema.path("pattern").asText()));
    }
    if (schema.has("default")) {
      form.add("default " + Markup.code(schema.path("default").asText()));
    }
    return form.toString();
  }

  private static List<String> range(JsonNode schema, String name, String unit) {
    String least = schema.path("min" + name).asText("");
    String most = schema.path("max" + name).asText("");
    if (!least.isEmpty() && !most.isEmpty()) {
      return List.of(least + " to " + most + unit);
    }
    if (!most.isEmpty()) {
      return List.of("at most " + most + unit);
    }
    boolean anything = least.isEmpty() || least.equals("0") || least.equals("1");
    return anything ? List.of() : List.of("at least " + least + unit);
  }

  private static String values(JsonNode values) {
    if (values.size() > SHOWN_VALUES) {
      return "one of " + values.size() + " words";
    }
    StringJoiner words = new StringJoiner(" · ");
    values.forEach(value -> words.add(Markup.code(value.asText())));
    return words.toString();
  }
}
