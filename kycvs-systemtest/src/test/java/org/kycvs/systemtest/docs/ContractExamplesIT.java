package org.kycvs.systemtest.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** The API reference is true: its examples work, and answers are what it says. */
@ExtendWith(SharedServer.class)
class ContractExamplesIT {
  private static final String CODE = "246810";

  private RunningServer server;
  private Api api;
  private Contract contract;

  @BeforeEach
  void withTestKey(RunningServer shared) {
    server = shared;
    api = shared.with(shared.hotel().testKey());
    contract = Contract.of(shared);
  }

  @TestFactory
  Stream<DynamicTest> request_ofEachExample_isAnsweredAsDocumented() {
    List<Contract.Request> requests = contract.requests();
    assertTrue(requests.size() > 10, requests.toString());
    return requests.stream()
        .map(request -> DynamicTest.dynamicTest(request.toString(), () -> send(request)));
  }

  @Test
  void problem_ofABadRequest_isAsDocumented() {
    Answer answer = api.post(Api.VERIFICATIONS, "{\"mobile\":\"1\"}");
    JsonNode ask =
        contract.requests().stream()
            .filter(request -> request.path().equals(Api.VERIFICATIONS))
            .findFirst()
            .orElseThrow()
            .operation();

    JsonNode contents = contract.contents(ask, 400);

    assertFits(contents.path("application/problem+json"), answer.json(400));
  }

  @Test
  void examples_ofAnswersAndParameters_fitTheirSchemas() {
    List<String> faults = new ArrayList<>();
    Map<String, JsonNode> contents = contract.contents();
    contents.forEach(
        (where, content) ->
            contract.examples(content).stream()
                .flatMap(
                    example ->
                        SchemaCheck.faults(contract, content.path("schema"), example).stream())
                .forEach(fault -> faults.add(where + ": " + fault)));

    assertFalse(contents.isEmpty());
    assertEquals(List.of(), faults);
  }

  private void send(Contract.Request request) {
    try (ExampleWebhook webhook = ExampleWebhook.of(api, request.path())) {
      send(request, webhook.isNeeded() ? webhook.id() : verification(request));
    }
  }

  private void send(Contract.Request request, String id) {
    String path = request.path().replace("{id}", id);
    String body = request.body().isMissingNode() ? "" : Json.write(request.body());

    Answer answer = api.call(request.method(), path, body);

    int refused = request.operation().path("x-example-status").asInt();
    assertTrue(answer.status() == refused || answer.status() / 100 == 2, answer.body());
    assertTrue(contract.has(request.operation(), answer.status()), "Undocumented status");
    JsonNode contents = contract.contents(request.operation(), answer.status());
    if (contents.isEmpty()) {
      assertEquals("", answer.body());
      return;
    }
    String type = answer.header("Content-Type").split(";", 2)[0];
    assertTrue(contents.has(type), type + " is none of " + Json.members(contents));
    assertFits(contents.path(type), type.endsWith("json") ? answer.json() : text(answer));
  }

  private static JsonNode text(Answer answer) {
    return TextNode.valueOf(answer.body());
  }

  /** One that is as the example needs it, or nothing if its path has no id. */
  private String verification(Contract.Request request) {
    if (!request.path().contains("{id}")) {
      return "";
    }
    String id =
        api.ask(
                Map.of(
                    "mobile", "+915555500002",
                    "name", "Asha Rao",
                    "purpose", server.hotel().purpose()))
            .json(201)
            .path("id")
            .asText();
    if (request.wantsCompleted()) {
      api.confirm(id, CODE).json(200);
    }
    return id;
  }

  private void assertFits(JsonNode content, JsonNode value) {
    assertEquals(List.of(), SchemaCheck.faults(contract, content.path("schema"), value));
  }
}
