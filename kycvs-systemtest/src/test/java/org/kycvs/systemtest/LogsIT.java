package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.RunningServer;

/** A server whose log is for programs. */
@OwnServer
class LogsIT {
  private static final long PATIENCE_MILLIS = 5_000;

  @Test
  void json_everyLineIsAnObject_andEachRequestHasItsLine() throws Exception {
    try (DataFolder data = DataFolder.make()) {
      Path log = data.path().resolve("logs").resolve("server.log");
      try (RunningServer server =
          RunningServer.start("json-log", data, Map.of("KYCVS_LOG_FORMAT", "json"))) {
        Api api = server.with(server.hotel().liveKey());
        Answer asked = api.ask(People.registered(), server.hotel().purpose());
        String keyId = "key_" + server.hotel().liveKey().substring(9, 31);
        assertLine(log, asked, "POST", Api.VERIFICATIONS, keyId);
        String id = asked.json(201).path("id").asText();
        assertLine(log, api.verification(id), "GET", Api.VERIFICATIONS + "/{id}", keyId);
        assertLine(
            log,
            server.with(ApiKeys.withOtherSecret(server.hotel().liveKey())).get(Api.VERIFICATIONS),
            "GET",
            Api.VERIFICATIONS,
            "");
        assertLine(log, api.get("/+917011000000?a=+917011000000"), "GET", "-", "");
        assertLine(log, api.get("/assets/none.css"), "GET", "/assets/{file}", "");
      }
      for (String line : Files.readAllLines(log)) {
        JsonNode object = Json.read(line);
        for (String member : List.of("at", "level", "logger", "message")) {
          assertTrue(object.path(member).isTextual(), line);
        }
      }
      assertEachRequestHasOneLine(log);
    }
  }

  private static void assertLine(Path log, Answer answer, String method, String route, String keyId)
      throws Exception {
    String id = answer.header("X-Request-Id");
    List<JsonNode> lines = awaitLines(log, id);
    assertEquals(1, lines.size(), lines.toString());
    JsonNode line = lines.get(0);
    assertEquals(method, line.path("method").asText(), line.toString());
    assertEquals(route, line.path("route").asText(), line.toString());
    assertEquals(answer.status(), line.path("status").asInt(), line.toString());
    assertEquals(keyId, line.path("key").asText(), line.toString());
    assertTrue(line.path("microseconds").asLong() > 0, line.toString());
  }

  private static List<JsonNode> awaitLines(Path log, String id) throws Exception {
    long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    List<JsonNode> lines = accessLines(log, id);
    while (lines.isEmpty() && System.nanoTime() < until) {
      Thread.sleep(20);
      lines = accessLines(log, id);
    }
    return lines;
  }

  private static List<JsonNode> accessLines(Path log, String id) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(log)) {
      if (line.endsWith("}") && line.contains("org.kycvs.access") && line.contains(id)) {
        lines.add(Json.read(line));
      }
    }
    return lines;
  }

  private static void assertEachRequestHasOneLine(Path log) throws Exception {
    Set<String> ids = new HashSet<>();
    for (JsonNode line : accessLines(log, "")) {
      assertTrue(ids.add(line.path("requestId").asText()), line.toString());
    }
    assertFalse(ids.isEmpty());
  }
}
