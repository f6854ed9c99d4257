package org.kycvs.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Bodies of a call: what is sent and what comes back, as tables and examples. */
final class Exchange {
  private static final ObjectWriter JSON =
      new ObjectMapper()
          .writer(
              new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)));

  /** Signatures and keys fill screens, and nobody reads them. */
  private static final int LONGEST_TEXT = 88;

  private final Contract contract;
  private final Members members;

  Exchange(Contract contract, Members members) {
    this.contract = contract;
    this.members = members;
  }

  /** What is sent. */
  String request(JsonNode body) {
    StringBuilder html = new StringBuilder();
    for (Map.Entry<String, JsonNode> content : body.path("content").properties()) {
      html.append("<h3>Body</h3>")
          .append(members.table(content.getValue().path("schema")))
          .append(examples(content.getKey(), content.getValue()));
    }
    return html.toString();
  }

  /** What comes back if all is well. */
  String answer(JsonNode response) {
    StringBuilder html = new StringBuilder();
    for (Map.Entry<String, JsonNode> content : response.path("content").properties()) {
      String table = members.table(content.getValue().path("schema"));
      html.append("<p class=\"meta\">").append(Markup.code(content.getKey())).append("</p>");
      html.append(examples(content.getKey(), content.getValue()));
      if (!table.isEmpty()) {
        html.append("<details><summary>Members of the answer</summary>")
            .append(table)
            .append("</details>");
      }
    }
    return html.toString();
  }

  private String examples(String mediaType, JsonNode content) {
    StringBuilder html = new StringBuilder();
    for (Map.Entry<String, JsonNode> example : contract.examples(content).entrySet()) {
      boolean text = example.getValue().isTextual();
      String caption = example.getKey().isEmpty() ? "Example" : "Example: " + example.getKey();
      html.append(
          Samples.figure(
              text ? "text" : "json",
              caption,
              text ? shortened(example.getValue().asText()) : written(mediaType, example)));
    }
    return html.toString();
  }

  private static String written(String mediaType, Map.Entry<String, JsonNode> example) {
    try {
      JsonNode shown = example.getValue().deepCopy();
      shortenTexts(shown);
      return JSON.writeValueAsString(shown) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(mediaType + " " + example.getKey(), e);
    }
  }

  private static void shortenTexts(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        boolean signed = member.getValue().asText().startsWith("eyJ");
        if (member.getValue().isTextual() && signed) {
          object.put(member.getKey(), shortened(member.getValue().asText()));
        }
      }
    }
    node.forEach(Exchange::shortenTexts);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
