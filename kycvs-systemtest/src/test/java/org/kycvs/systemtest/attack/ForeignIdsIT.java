package org.kycvs.systemtest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.attack.ContractPaths.Call;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/**
 * Who calls with ids of another organisation, or of its own other mode, gets what ids get that do
 * not exist, to the byte, whatever the call and whatever state the verification is in.
 */
@ExtendWith(SharedServer.class)
class ForeignIdsIT {
  private static final String NOBODYS = "0".repeat(22);
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final String DELIVERIES = WEBHOOKS + "/deliveries/";

  /** What varies from answer to answer whomever it is about. */
  private static final List<String> OWN_TO_EACH = List.of("x-request-id", "date", "ratelimit");

  /** Ends each connection after some hundred requests. */
  private static final String CONNECTION = "connection";

  /** A body for each call with an id. A call that is not here fails the test: give it one. */
  private static final Map<String, String> BODIES =
      Map.ofEntries(
          Map.entry("GET /api/v1/verifications/{id}", ""),
          Map.entry("DELETE /api/v1/verifications/{id}", ""),
          Map.entry("POST /api/v1/verifications/{id}/code", ""),
          Map.entry("POST /api/v1/verifications/{id}/confirmation", "{\"code\":\"246810\"}"),
          Map.entry("GET /api/v1/verifications/{id}/statement", ""),
          Map.entry("GET /api/v1/verifications/{id}/statement.png", ""),
          Map.entry("GET /api/v1/verifications/{id}/statement.svg", ""),
          Map.entry("GET /api/v1/verifications/{id}/receipt", ""),
          Map.entry("GET /api/v1/webhooks/{id}", ""),
          Map.entry("PATCH /api/v1/webhooks/{id}", "{\"enabled\":false}"),
          Map.entry("DELETE /api/v1/webhooks/{id}", ""),
          Map.entry("POST /api/v1/webhooks/{id}/secret", "{}"),
          Map.entry("POST /api/v1/webhooks/{id}/test", ""),
          Map.entry("GET /api/v1/webhooks/{id}/deliveries", ""),
          Map.entry("GET /api/v1/webhooks/deliveries/{id}", ""),
          Map.entry("POST /api/v1/webhooks/deliveries/{id}/redelivery", ""));

  private static final List<String> OTHER_METHODS = List.of("HEAD", "OPTIONS", "PUT", "PATCH");

  private RunningServer server;
  private Api hotel;
  private Api hotelTest;

  @BeforeEach
  void asHotel(RunningServer shared) {
    server = shared;
    hotel = shared.with(shared.hotel().liveKey());
    hotelTest = shared.with(shared.hotel().testKey());
  }

  @Test
  void everyCallOfTheContract_hasACase() {
    List<String> calls =
        ContractPaths.withIds(server).stream().map(Call::toString).sorted().toList();

    assertEquals(BODIES.keySet().stream().sorted().toList(), calls);
  }

  @Test
  void everyCall_anothersId_isAnsweredAsIfThereWereNone() {
    Api railway = server.with(server.railway().liveKey());
    Api railwayTest = server.with(server.railway().testKey());
    Map<String, String> live = new EveryState(server, hotel, server.hotel()).live();
    Map<String, String> test = new EveryState(server, hotelTest, server.hotel()).test();
    assertEquals(5, live.size());
    assertEquals(6, test.size());
    Map<String, JsonNode> before = read(live, test);

    List<String> told = new ArrayList<>();
    for (Api other : List.of(railway, railwayTest, hotelTest)) {
      told.addAll(differences(other, live, Api.VERIFICATIONS));
    }
    for (Api other : List.of(railway, railwayTest, hotel)) {
      told.addAll(differences(other, test, Api.VERIFICATIONS));
    }

    assertEquals(List.of(), told);
    assertEquals(before, read(live, test), "others' calls changed something");
  }

  @Test
  void everyCall_anothersWebhook_isAnsweredAsIfThereWereNone() {
    String endpoint =
        hotelTest
            .post(
                WEBHOOKS,
                "{\"url\":\"https://hooks.example/\",\"types\":[\"verification.locked\"]}")
            .json(201)
            .path("id")
            .asText();
    String path = WEBHOOKS + "/" + endpoint;
    String delivery = hotelTest.call("POST", path + "/test", "").json(201).path("id").asText();
    JsonNode before = hotelTest.get(path).json(200);

    List<String> told = new ArrayList<>();
    for (Api other : List.of(railwayLive(), server.with(server.railway().testKey()), hotel)) {
      told.addAll(differences(other, Map.of("webhook", endpoint), WEBHOOKS + "/{id}"));
      told.addAll(differences(other, Map.of("delivery", delivery), DELIVERIES));
      assertFalse(other.get(WEBHOOKS).body().contains(endpoint));
    }

    assertEquals(List.of(), told);
    JsonNode after = hotelTest.get(path).json(200);
    for (String member : List.of("url", "types", "enabled", "createdAt")) {
      assertEquals(before.path(member), after.path(member), "others' calls changed something");
    }
    assertFalse(after.has("formerSecretUntil"));
    assertEquals(
        1, hotelTest.get(path + "/deliveries").json(200).path("items").size(), "more tests");
    assertEquals(204, hotelTest.call("DELETE", path, "").status());
  }

  @Test
  void list_neverShowsAnothers() {
    String mark = "foreign-" + System.nanoTime();
    String mine = EveryState.ask(hotelTest, "+915555500002", server.hotel().purpose(), mark);
    String filter = Api.VERIFICATIONS + "?limit=200&reference=" + mark;
    assertEquals(
        mine, hotelTest.get(filter).json(200).path("items").path(0).path("id").asText(), mark);

    for (Api other : List.of(railwayLive(), server.with(server.railway().testKey()), hotel)) {
      for (String query :
          List.of(
              "&reference=" + mark,
              "&reference=" + mark + "&state=awaiting-code",
              "&purpose=" + server.hotel().purpose(),
              "")) {
        Answer page = other.get(Api.VERIFICATIONS + "?limit=200" + query);
        assertEquals(200, page.status(), page.body());
        assertFalse(page.body().contains(mine), page.body());
        assertFalse(page.body().contains(mark), page.body());
      }
    }
  }

  @Test
  void list_anothersCursor_isInvalidLikeAnyOther() {
    for (int i = 0; i < 2; i++) {
      EveryState.ask(hotelTest, "+915555500001", server.hotel().purpose(), "cursor");
    }
    String cursor =
        hotelTest.get(Api.VERIFICATIONS + "?limit=1").json(200).path("nextCursor").asText();
    assertFalse(cursor.isEmpty());
    String query = Api.VERIFICATIONS + "?limit=1&cursor=";
    assertEquals(200, hotelTest.get(query + cursor).status());

    for (Api other : List.of(railwayLive(), server.with(server.railway().testKey()), hotel)) {
      Answer refused = other.get(query + cursor);
      refused.problem(400, "cursor-invalid");
      assertEquals(seen(other.get(query + "x".repeat(cursor.length()))), seen(refused));
    }
  }

  private Api railwayLive() {
    return server.with(server.railway().liveKey());
  }

  private List<String> differences(Api other, Map<String, String> byState, String under) {
    List<String> told = new ArrayList<>();
    for (Call call : everyMethod()) {
      if (!call.path().startsWith(under)) {
        continue;
      }
      String body = BODIES.getOrDefault(call.toString(), "");
      String nobodysId = byState.values().iterator().next().substring(0, 4) + NOBODYS;
      Answer nobodys = other.call(call.method(), call.path().replace("{id}", nobodysId), body);
      if (BODIES.containsKey(call.toString())) {
        nobodys.problem(
            404, under.startsWith(WEBHOOKS) ? "webhook-not-found" : "verification-not-found");
      }
      byState.forEach(
          (state, id) -> {
            Answer anothers = other.call(call.method(), call.path().replace("{id}", id), body);
            if (!seen(anothers).equals(seen(nobodys))) {
              told.add(state + ", " + call + ": " + anothers + ", but nobody's: " + nobodys);
            }
          });
    }
    return told;
  }

  /** Those of the contract, and those that it has not. */
  private List<Call> everyMethod() {
    List<Call> calls = new ArrayList<>(ContractPaths.withIds(server));
    List<String> paths = calls.stream().map(Call::path).distinct().toList();
    for (String path : paths) {
      OTHER_METHODS.stream()
          .map(method -> new Call(method, path))
          .filter(call -> !calls.contains(call))
          .forEach(calls::add);
    }
    assertTrue(calls.size() > BODIES.size());
    return calls;
  }

  /** All that can be seen of an answer but what is its own. */
  private static Map<String, String> seen(Answer answer) {
    Map<String, String> seen = new TreeMap<>();
    answer
        .headers()
        .map()
        .forEach(
            (name, values) -> {
              String header = name.toLowerCase(Locale.ROOT);
              seen.put(header, OWN_TO_EACH.contains(header) ? "" : values.toString());
            });
    seen.remove(CONNECTION);
    seen.put(":status", Integer.toString(answer.status()));
    String own = answer.header("X-Request-Id");
    assertFalse(own.isEmpty());
    seen.put(":body", answer.body().replace(own, "req"));
    return seen;
  }

  private Map<String, JsonNode> read(Map<String, String> live, Map<String, String> test) {
    Map<String, JsonNode> read = new HashMap<>();
    live.values().forEach(id -> read.put(id, steady(hotel.verification(id).json(200))));
    test.values().forEach(id -> read.put(id, steady(hotelTest.verification(id).json(200))));
    return read;
  }

  /** Without that its message has gone out meanwhile. */
  private static JsonNode steady(JsonNode verification) {
    if (verification.path("code") instanceof ObjectNode code) {
      code.remove("sms");
    }
    return verification;
  }
}
