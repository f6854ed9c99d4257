package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Journey;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** What anybody may read: keys, issuer metadata, the API's description, health, metrics. */
@ExtendWith(SharedServer.class)
class PublishedIT {
  private RunningServer server;
  private Api anybody;

  @BeforeEach
  void withoutKey(RunningServer shared) {
    server = shared;
    anybody = shared.withoutKey();
    Journey.make(shared, shared.hotel(), People.registered()).answer();
  }

  @Test
  void keySets_holdPublicKeysAndMayBeKeptFiveMinutes() throws Exception {
    for (String path : List.of("/.well-known/jwks.json", "/.well-known/test/jwks.json")) {
      Answer answer = anybody.get(path);
      assertEquals(200, answer.status(), answer.body());
      assertTrue(answer.header("Cache-Control").contains("max-age=300"), path);
      for (JWK key : JWKSet.parse(answer.body()).getKeys()) {
        assertFalse(key.isPrivate(), answer.body());
        assertEquals(key.computeThumbprint().toString(), key.getKeyID());
      }
    }
  }

  @Test
  void metadata_agreesWithKeySetsAndStatements() throws Exception {
    JsonNode metadata = anybody.get("/.well-known/kycvs.json").json(200);
    String text = metadata.toString();

    Set<String> published = new TreeSet<>();
    for (String path : List.of("/.well-known/jwks.json", "/.well-known/test/jwks.json")) {
      JWKSet.parse(anybody.get(path).body())
          .getKeys()
          .forEach(key -> published.add(key.getKeyID()));
    }
    assertEquals(published, new TreeSet<>(metadata.findValuesAsText("kid")), text);
    assertTrue(text.contains("\"" + server.url() + "\""), text);
    assertTrue(text.contains("\"" + server.url() + "/test\""), text);
    for (String from : metadata.findValuesAsText("activeFrom")) {
      assertFalse(Instant.parse(from).isAfter(Instant.now().plusSeconds(60)), text);
    }
  }

  @Test
  void openApi_describesTheNativeApi() {
    Answer answer = anybody.get("/openapi");

    assertEquals(200, answer.status());
    for (String path :
        List.of(
            "/api/v1/verifications",
            "/api/v1/verifications/{id}/confirmation",
            "/.well-known/jwks.json")) {
      assertTrue(answer.body().contains(path), path);
    }
  }

  @Test
  void health_isUp() {
    for (String path : List.of("/health/ready", "/health/live")) {
      assertEquals("UP", anybody.get(path).json(200).path("status").asText(), path);
    }
  }

  @Test
  void metrics_answer() {
    Answer answer = anybody.get("/metrics");

    assertEquals(200, answer.status());
    assertTrue(answer.body().contains("kycvs_api_call_"), answer.body());
  }

  @Test
  void everyAnswer_hasItsOwnRequestId() {
    Set<String> ids = new TreeSet<>();
    for (String path :
        List.of(Api.VERIFICATIONS, "/.well-known/jwks.json", "/dev/sms", "/nothing", "/api/x")) {
      String id = anybody.get(path).header("X-Request-Id");
      assertFalse(id.isEmpty(), path);
      ids.add(id);
    }
    assertEquals(5, ids.size());
  }

  @Test
  void nothingThere_isAProblemEverywhere() {
    for (String path :
        List.of("/nothing", "/api/nothing", "/.well-known/nothing", "/dev/nothing")) {
      anybody.get(path).problem(404, "not-found");
    }
  }
}
