package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.client.webhook.WebhookEvent;
import org.kycvs.client.webhook.WebhookVerifier;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** A verification's end arrives, signed, at a receiver of the organisation. */
@ExtendWith(SharedServer.class)
class WebhookJourneyIT {
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final int PATIENCE_SECONDS = 20;

  private record Got(Map<String, List<String>> headers, byte[] body) {}

  private final BlockingQueue<Got> requests = new LinkedBlockingQueue<>();
  private HttpServer receiver;
  private RunningServer server;
  private Api api;

  @BeforeEach
  void startReceiver(RunningServer shared) throws IOException {
    server = shared;
    api = shared.with(shared.railway().testKey());
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          requests.add(
              new Got(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterEach
  void stopReceiver() {
    receiver.stop(0);
    for (JsonNode one : api.get(WEBHOOKS).json(200).path("items")) {
      assertEquals(204, api.call("DELETE", WEBHOOKS + "/" + one.path("id").asText(), "").status());
    }
  }

  @Test
  void end_ofAVerification_arrivesSignedAndLeadsToTheAnswer() throws Exception {
    Api once = api.once("webhook-" + System.nanoTime());
    String body = body("http://127.0.0.1:" + receiver.getAddress().getPort() + "/kycvs");
    JsonNode webhook = once.post(WEBHOOKS, body).json(201);
    String secret = webhook.path("secret").asText();
    server.used().add("webhook secret", secret.substring("whsec_".length()));
    once.post(WEBHOOKS, body).problem(409, "already-created");
    assertFalse(api.get(WEBHOOKS).body().contains("whsec_"));

    String id =
        api.ask(
                Map.of(
                    "mobile", "+915555500002",
                    "name", "Asha Rao",
                    "purpose", server.railway().purpose()))
            .json(201)
            .path("id")
            .asText();
    api.confirm(id, "246810").json(200);

    Got got =
        Objects.requireNonNull(requests.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing came");
    WebhookEvent event = WebhookVerifier.of(secret).verify(name -> header(got, name), got.body());
    assertEquals("verification.completed", event.type());
    assertEquals(id, event.verification().orElseThrow().value());
    assertEquals("completed", api.verification(id).json(200).path("state").asText());
    String metrics = server.withoutKey().get("/metrics").body();
    assertTrue(
        metrics.lines().anyMatch(line -> line.startsWith("kycvs_webhook_try_microseconds")),
        "no metrics");
  }

  private static @Nullable String header(Got got, String name) {
    return got.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(header -> header.getValue().get(0))
        .findFirst()
        .orElse(null);
  }

  @Test
  void add_whereNothingMayBeSent_isRefusedAndSaysWhy() {
    for (String url :
        List.of(
            "http://hooks.example/",
            "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://[fd00::1]/",
            "https://user:secret@hooks.example/",
            "https://hooks.example:22/",
            "javascript:alert(1)",
            "")) {
      Answer refused = api.post(WEBHOOKS, body(url));
      assertEquals(
          "/url", refused.problem(400, "invalid-request").at("/errors/0/pointer").asText(), url);
    }
    api.post(WEBHOOKS, "{\"url\":\"https://hooks.example\",\"types\":[\"ping\"]}")
        .problem(400, "invalid-request");
    api.post(WEBHOOKS, "{\"url\":\"https://hooks.example\",\"types\":[null]}")
        .problem(400, "invalid-request");
    api.post(WEBHOOKS, "{\"url\":\"https://hooks.example\",\"types\":[]}")
        .problem(400, "invalid-request");
  }

  private static String body(String url) {
    return Json.write(Map.of("url", url, "types", List.of("verification.completed")));
  }
}
