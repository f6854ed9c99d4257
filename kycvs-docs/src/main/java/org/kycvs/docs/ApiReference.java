package org.kycvs.docs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The part of the page on the API that is made of its contract: a section for each call. */
final class ApiReference {
  private final Contract contract;
  private final Links links;
  private final Prose prose = new Prose();
  private final Members members;
  private final Exchange exchange;

  ApiReference(Contract contract, Links links) {
    this.contract = contract;
    this.links = links;
    this.members = new Members(contract, prose);
    this.exchange = new Exchange(contract, members);
  }

  /** The headings, one a call. */
  List<Heading> headings() {
    return calls().stream().map(call -> new Heading(2, call.anchor(), call.summary())).toList();
  }

  /** All calls. */
  String html() {
    StringBuilder html = new StringBuilder();
    calls().forEach(call -> html.append(section(call)));
    return Markup.scrolling(html.toString());
  }

  private List<Contract.Call> calls() {
    List<Contract.Call> calls = contract.calls();
    return contract.tags().stream()
        .flatMap(tag -> calls.stream().filter(call -> call.isTagged(tag.path("name").asText())))
        .toList();
  }

  private String section(Contract.Call call) {
    String anchor = Markup.escaped(call.anchor());
    StringBuilder html = new StringBuilder();
    html.append("<h2 id=\"" + anchor + "\"><a class=\"anchor\" href=\"#" + anchor + "\">")
        .append(Markup.escaped(call.summary()) + "</a></h2>\n")
        .append("<p class=\"call\"><span class=\"method\">" + call.method() + "</span> ")
        .append(Markup.code(call.path()) + "</p>\n")
        .append(prose.block(call.operation().path("description").asText()))
        .append("<p class=\"meta\">" + needs(call) + "</p>\n")
        .append(parameters(call.parameters()))
        .append(exchange.request(contract.resolved(call.operation().path("requestBody"))))
        .append("<h3>Answers</h3>\n");
    StringBuilder problems = new StringBuilder();
    for (Map.Entry<String, JsonNode> response : call.operation().path("responses").properties()) {
      JsonNode resolved = contract.resolved(response.getValue());
      if (response.getKey().compareTo("400") >= 0 && resolved.has("content")) {
        problems.append(problem(response.getKey(), resolved));
      } else {
        html.append(answer(response.getKey(), resolved));
      }
    }
    if (problems.length() > 0) {
      html.append("<table><thead><tr><th scope=\"col\">Status</th><th scope=\"col\">Problem</th>")
          .append(
              "<th scope=\"col\">When</th></tr></thead><tbody>" + problems + "</tbody></table>");
    }
    return html.toString();
  }

  private String needs(Contract.Call call) {
    if (!call.isKeyed()) {
      return "Needs no API key.";
    }
    String scope = call.operation().path("x-scope").asText();
    if (!scope.isEmpty()) {
      return "Needs an API key with the scope " + Markup.code(scope) + ".";
    }
    return "Needs " + prose.inline(contract.securityScheme(call).path("description").asText());
  }

  private String parameters(List<JsonNode> parameters) {
    if (parameters.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder();
    html.append("<h3>Parameters</h3>\n<table><thead><tr><th scope=\"col\">Name</th>")
        .append("<th scope=\"col\">Form</th><th scope=\"col\">Meaning</th></tr></thead><tbody>");
    for (JsonNode parameter : parameters) {
      JsonNode schema = contract.resolved(parameter.path("schema"));
      html.append("<tr><td>" + Markup.code(parameter.path("name").asText()))
          .append(" <span class=\"meta\">" + parameter.path("in").asText() + "</span>")
          .append(required(parameter) + "</td><td>" + members.form(schema) + "</td><td>")
          .append(prose.inline(parameter.path("description").asText()) + "</td></tr>");
    }
    return html.append("</tbody></table>\n").toString();
  }

  private static String required(JsonNode parameter) {
    return parameter.path("required").asBoolean() ? " <span class=\"needed\">required</span>" : "";
  }

  private String answer(String status, JsonNode response) {
    StringJoiner headers = new StringJoiner(", ");
    response.path("headers").fieldNames().forEachRemaining(name -> headers.add(Markup.code(name)));
    return "<p><strong>"
        + status
        + "</strong> "
        + prose.inline(response.path("description").asText())
        + (headers.length() == 0 ? "" : " <span class=\"meta\">Headers: " + headers + "</span>")
        + "</p>\n"
        + exchange.answer(response);
  }

  private String problem(String status, JsonNode response) {
    StringJoiner codes = new StringJoiner("<br>");
    for (String code : problemCodes(response)) {
      codes.add(
          links
              .problem(code)
              .map(address -> "<a href=\"" + address + "\">" + Markup.code(code) + "</a>")
              .orElse(Markup.code(code)));
    }
    return "<tr><td>"
        + status
        + "</td><td class=\"codes\">"
        + codes
        + "</td><td>"
        + prose.inline(response.path("description").asText())
        + "</td></tr>";
  }

  /** The codes that the examples have: of a problem document by their names, else as they say. */
  private List<String> problemCodes(JsonNode response) {
    List<String> codes = new ArrayList<>();
    for (JsonNode content : response.path("content")) {
      contract
          .examples(content)
          .forEach(
              (name, example) ->
                  codes.add(example.path("errorCode").asText(example.path("code").asText(name))));
    }
    codes.removeIf(String::isEmpty);
    return codes;
  }
}
