package org.kycvs.systemtest.docs;

import com.fasterxml.jackson.databind.JsonNode;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;

/** The webhooks that examples need or make, which are removed again: there may be ten only. */
final class ExampleWebhook implements AutoCloseable {
  private static final String WEBHOOKS = "/api/v1/webhooks";
  private static final String DELIVERIES = WEBHOOKS + "/deliveries/";
  private static final String BODY =
      "{\"url\":\"https://hooks.example/kycvs\",\"types\":[\"verification.completed\"]}";

  private final Api api;
  private final String id;

  private ExampleWebhook(Api api, String id) {
    this.api = api;
    this.id = id;
  }

  /** One whose id, or whose delivery's id, belongs into the path; none if that is no webhook's. */
  static ExampleWebhook of(Api api, String path) {
    if (!path.startsWith(WEBHOOKS) || !path.contains("{id}")) {
      return new ExampleWebhook(api, "");
    }
    String webhook = api.post(WEBHOOKS, BODY).json(201).path("id").asText();
    return new ExampleWebhook(
        api,
        path.startsWith(DELIVERIES)
            ? api.call("POST", WEBHOOKS + "/" + webhook + "/test", "").json(201).path("id").asText()
            : webhook);
  }

  boolean isNeeded() {
    return !id.isEmpty();
  }

  String id() {
    return id;
  }

  @Override
  public void close() {
    Answer all = api.get(WEBHOOKS);
    for (JsonNode one : all.json(200).path("items")) {
      if (one.path("url").asText().startsWith("https://hooks.example")) {
        Answer unused = api.call("DELETE", WEBHOOKS + "/" + one.path("id").asText(), "");
      }
    }
  }
}
