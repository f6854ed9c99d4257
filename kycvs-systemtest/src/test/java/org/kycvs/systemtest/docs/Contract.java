package org.kycvs.systemtest.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kycvs.systemtest.support.RunningServer;

/** The API's contract as a server publishes it, with its references followed. */
final class Contract {
  private static final String NOT_SENT = "x-not-sent";

  private final JsonNode document;

  private Contract(JsonNode document) {
    this.document = document;
  }

  static Contract of(RunningServer server) {
    try {
      return new Contract(
          new ObjectMapper(new YAMLFactory()).readTree(server.withoutKey().get("/openapi").body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A call as an example shows it.
   *
   * @param method in capitals
   * @param path with {@code {id}} where an id stands
   * @param example the example's name, or nothing if the call has no body
   * @param body the body, or a missing node
   * @param operation what the contract says of the call
   */
  record Request(String method, String path, String example, JsonNode body, JsonNode operation) {
    boolean wantsCompleted() {
      return operation.path("x-example-state").asText().equals("completed");
    }

    @Override
    public String toString() {
      return (method + " " + path + " " + example).strip();
    }
  }

  /**
   * Each example of a request, and each call without a body, unless it says that it is not sent.
   */
  List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    for (var path : document.path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (!operation.getKey().equals("parameters") && !operation.getValue().has(NOT_SENT)) {
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          add(method, path.getKey(), operation.getValue(), requests);
        }
      }
    }
    return requests;
  }

  private void add(String method, String path, JsonNode operation, List<Request> requests) {
    JsonNode content = resolved(operation.path("requestBody")).path("content");
    if (content.isMissingNode()) {
      requests.add(new Request(method, path, "", content, operation));
    }
    for (JsonNode one : content) {
      if (one.has("example")) {
        requests.add(new Request(method, path, "", one.path("example"), operation));
      }
      for (var example : one.path("examples").properties()) {
        JsonNode shown = resolved(example.getValue());
        if (!shown.has(NOT_SENT)) {
          requests.add(new Request(method, path, example.getKey(), shown.path("value"), operation));
        }
      }
    }
  }

  /** The contents that a call answers with under a status, by their media types. */
  JsonNode contents(JsonNode operation, int status) {
    return resolved(operation.path("responses").path(Integer.toString(status))).path("content");
  }

  /** Whether a call may answer with a status. */
  boolean has(JsonNode operation, int status) {
    return operation.path("responses").has(Integer.toString(status));
  }

  /** All contents with a schema and examples, by where they are. */
  Map<String, JsonNode> contents() {
    Map<String, JsonNode> contents = new LinkedHashMap<>();
    collect("", document, contents);
    return contents;
  }

  private static void collect(String where, JsonNode node, Map<String, JsonNode> contents) {
    if (node.has("schema") && (node.has("example") || node.has("examples"))) {
      contents.put(where, node);
    }
    node.properties().forEach(one -> collect(where + "/" + one.getKey(), one.getValue(), contents));
  }

  /** The examples of a content or a parameter. */
  List<JsonNode> examples(JsonNode content) {
    List<JsonNode> examples = new ArrayList<>();
    if (content.has("example")) {
      examples.add(content.get("example"));
    }
    content.path("examples").forEach(one -> examples.add(resolved(one).path("value")));
    return examples;
  }

  /** A node, or what it refers to. */
  JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
  }
}
