package org.kycvs.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The API's contract (OpenAPI 3.0), with its references followed. */
final class Contract {
  static final Path SOURCE = Path.of("kycvs-web/src/main/resources/META-INF/openapi.yaml");

  private final JsonNode document;

  private Contract(JsonNode document) {
    this.document = document;
  }

  static Contract read(Path project) throws IOException {
    ObjectMapper yaml =
        new ObjectMapper(
            YAMLFactory.builder().disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL).build());
    return new Contract(yaml.readTree(project.resolve(SOURCE).toFile()));
  }

  /**
   * One call.
   *
   * @param method in capitals
   * @param path with names in braces where ids stand
   * @param parameters those of the path and its own, references followed
   * @param operation the rest
   */
  record Call(String method, String path, List<JsonNode> parameters, JsonNode operation) {

    /** Its anchor on the page. */
    String anchor() {
      return Markup.anchor(summary());
    }

    String summary() {
      return operation.path("summary").asText();
    }

    /** Whether it belongs to a tag. */
    boolean isTagged(String tag) {
      return operation.path("tags").path(0).asText().equals(tag);
    }

    /** Whether an API key is needed. */
    boolean isKeyed() {
      return !operation.path("security").isArray() || !operation.path("security").isEmpty();
    }
  }

  /** The tags, in their order, with what they mean. */
  List<JsonNode> tags() {
    List<JsonNode> tags = new ArrayList<>();
    document.path("tags").forEach(tags::add);
    return tags;
  }

  /** All calls, in their order. */
  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        if (!operation.getKey().equals("parameters")) {
          List<JsonNode> parameters = new ArrayList<>();
          path.getValue().path("parameters").forEach(one -> parameters.add(resolved(one)));
          operation.getValue().path("parameters").forEach(one -> parameters.add(resolved(one)));
          calls.add(
              new Call(
                  operation.getKey().toUpperCase(Locale.ROOT),
                  path.getKey(),
                  parameters,
                  operation.getValue()));
        }
      }
    }
    return calls;
  }

  /** A node, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    JsonNode found = node;
    while (found.has("$ref")) {
      found = document.at(found.get("$ref").asText().substring(1));
    }
    return found;
  }

  /** What a call needs instead of an API key: the first that it names. */
  JsonNode securityScheme(Call call) {
    for (Map.Entry<String, JsonNode> scheme :
        call.operation().path("security").path(0).properties()) {
      return document.path("components").path("securitySchemes").path(scheme.getKey());
    }
    return document.path("components").path("securitySchemes").path("bearer");
  }

  /** The examples of a content, by their names; a single one has the name {@code ""}. */
  Map<String, JsonNode> examples(JsonNode content) {
    Map<String, JsonNode> examples = new LinkedHashMap<>();
    if (content.has("example")) {
      examples.put("", content.get("example"));
    }
    for (Map.Entry<String, JsonNode> example : content.path("examples").properties()) {
      examples.put(example.getKey(), resolved(example.getValue()).path("value"));
    }
    return examples;
  }
}
