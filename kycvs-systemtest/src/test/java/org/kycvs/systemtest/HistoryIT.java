package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.Organisation;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** The list of an organisation's verifications: filters, pages, order. */
@ExtendWith(SharedServer.class)
class HistoryIT {
  private RunningServer server;
  private Organisation railway;
  private Api api;

  @BeforeEach
  void asRailway(RunningServer shared) {
    server = shared;
    railway = shared.railway();
    api = shared.with(railway.liveKey());
  }

  @Test
  void list_oneCompleted_equalsTheOneRead() {
    Journey journey = Journey.make(server, railway, People.registered());

    JsonNode newest = api.get(Api.VERIFICATIONS + "?limit=1").json(200).path("items").path(0);

    assertEquals(journey.answer(), newest);
  }

  @Test
  void list_pages_giveEachOnceNewestFirst() {
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      asked.add(0, ask("pages", railway.purpose()));
    }
    String first = Api.VERIFICATIONS + "?reference=pages&limit=2";

    List<String> listed = new ArrayList<>();
    String query = first;
    for (int pages = 0; pages < 3; pages++) {
      JsonNode page = api.get(query).json(200);
      assertEquals(pages < 2 ? 2 : 1, page.path("items").size());
      assertEquals(pages < 2, page.has("nextCursor"), page.toString());
      listed.addAll(page.path("items").findValuesAsText("id"));
      query = first + "&cursor=" + encoded(page.path("nextCursor").asText());
    }

    assertEquals(asked, listed);
  }

  @Test
  void list_cursorOfOtherFiltersOrOrganisation_isRefused() {
    for (int i = 0; i < 3; i++) {
      ask("cursors", railway.purpose());
    }
    String path = Api.VERIFICATIONS + "?limit=2&reference=";
    String cursor = encoded(api.get(path + "cursors").json(200).path("nextCursor").asText());
    assertFalse(cursor.isEmpty());

    assertEquals(200, api.get(path + "cursors&cursor=" + cursor).status());
    api.get(path + "other&cursor=" + cursor).problem(400, "cursor-invalid");
    api.get(path + "cursors&state=locked&cursor=" + cursor).problem(400, "cursor-invalid");
    api.get(path + "cursors&cursor=x" + cursor).problem(400, "cursor-invalid");
    server
        .with(server.hotel().liveKey())
        .get(path + "cursors&cursor=" + cursor)
        .problem(400, "cursor-invalid");
  }

  @Test
  void list_filters_narrow() {
    String cancelled = ask("filters", "rail-booking");
    assertEquals(204, api.cancel(cancelled).status());
    String waiting = ask("filters", "rail-boarding");
    String middle = api.verification(waiting).json(200).path("createdAt").asText();

    assertEquals(List.of(waiting, cancelled), list(""));
    assertEquals(List.of(cancelled), list("&state=cancelled"));
    assertEquals(List.of(waiting), list("&state=awaiting-code"));
    assertEquals(List.of(), list("&state=completed"));
    assertEquals(List.of(cancelled), list("&purpose=rail-booking"));
    assertEquals(List.of(waiting), list("&from=" + encoded(middle)));
    assertEquals(List.of(cancelled), list("&to=" + encoded(middle)));
    assertEquals(List.of(), list("&to=" + Instant.now().minusSeconds(3600)));
    assertTrue(
        api.get(Api.VERIFICATIONS + "?reference=nobody-said-this")
            .json(200)
            .path("items")
            .isEmpty());
  }

  @Test
  void list_badParameters_areNamed() {
    for (String query :
        List.of("state=sleeping", "limit=0", "limit=201", "limit=x", "from=yesterday", "to=1")) {
      JsonNode problem = api.get(Api.VERIFICATIONS + "?" + query).problem(400, "invalid-request");
      assertEquals("?" + query.split("=", 2)[0], problem.at("/errors/0/pointer").asText());
    }
  }

  private List<String> list(String filter) {
    return api.get(Api.VERIFICATIONS + "?reference=filters" + filter)
        .json(200)
        .path("items")
        .findValuesAsText("id");
  }

  private String ask(String reference, String purpose) {
    Map<String, Object> body = new LinkedHashMap<>(People.nobody().question(purpose));
    body.put("reference", reference);
    return api.ask(body).json(201).path("id").asText();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
