package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.People;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Each kind of answer is named, keeps browsers careful, and does not tell what made it. */
@ExtendWith(SharedServer.class)
class HeadersIT {
  private static final List<String> DEMANDED =
      List.of(
          "X-Request-Id",
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Permissions-Policy");
  private static final List<String> TELLTALE = List.of("Server", "X-Powered-By");
  private static final String JSON = "application/json";
  private static final String PAGE = "text/html";

  private final List<String> faults = new ArrayList<>();

  private record Asked(
      int status, String method, String path, String accept, String type, String body) {
    static Asked get(int status, String path, String accept) {
      return new Asked(status, "GET", path, accept, "", "");
    }

    static Asked post(int status, String path, String type, String body) {
      return new Asked(status, "POST", path, "*/*", type, body);
    }
  }

  @Test
  void everyKindOfAnswer_hasTheHeaders(RunningServer server) throws Exception {
    String question = Json.write(People.registered().question(server.hotel().purpose()));
    String key = server.hotel().liveKey();
    for (Asked asked :
        List.of(
            Asked.get(200, Api.VERIFICATIONS, JSON),
            Asked.post(201, Api.VERIFICATIONS, JSON, question),
            Asked.post(400, Api.VERIFICATIONS, JSON, "{}"),
            Asked.get(404, Api.VERIFICATIONS + "/ver_x", JSON),
            Asked.get(404, "/api/v1/nothing", JSON),
            Asked.post(405, Api.VERIFICATIONS + "/ver_x", JSON, "{}"),
            Asked.post(415, Api.VERIFICATIONS, "text/plain", "x"),
            Asked.get(200, "/dev/sms", JSON),
            Asked.get(200, "/dev/sms", PAGE),
            Asked.get(200, "/dev/mail", JSON),
            Asked.get(200, "/dev/mail", PAGE),
            Asked.get(404, "/dev/mail/mail_x", PAGE),
            Asked.get(404, "/dev/mail/mail_x/html", PAGE))) {
      look(server, key, asked);
    }
    for (Asked asked :
        List.of(
            Asked.get(401, Api.VERIFICATIONS, JSON),
            Asked.get(200, "/health", JSON),
            Asked.get(200, "/health/ready", JSON),
            Asked.get(200, "/health/live", JSON),
            Asked.get(200, "/metrics", "text/plain"),
            Asked.get(200, "/openapi", "*/*"),
            Asked.get(200, "/assets/kycvs.css", "text/css"),
            Asked.get(404, "/assets/nothing.css", "text/css"),
            Asked.get(200, "/.well-known/jwks.json", JSON),
            Asked.get(200, "/.well-known/kycvs.json", JSON),
            Asked.get(200, "/notice/", PAGE),
            Asked.get(200, "/docs/", PAGE),
            Asked.get(301, "/docs", PAGE),
            Asked.get(301, "/docs/errors", PAGE),
            Asked.get(404, "/docs/nothing/", PAGE),
            Asked.get(404, "/docs/..;/errors", PAGE),
            Asked.get(200, "/", PAGE),
            Asked.get(404, "/nothing", PAGE),
            Asked.get(404, "/nothing", JSON))) {
      look(server, "", asked);
    }
    assertEquals(List.of(), faults);
  }

  private void look(RunningServer server, String key, Asked asked)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + asked.path()))
            .method(asked.method(), BodyPublishers.ofString(asked.body()))
            .header("Accept", asked.accept());
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!asked.type().isEmpty()) {
      request.header("Content-Type", asked.type());
    }
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    String what = asked.method() + " " + asked.path() + " " + answer.statusCode();
    assertEquals(asked.status(), answer.statusCode(), what + answer.body());
    for (String name : DEMANDED) {
      if (answer.headers().allValues(name).size() != 1) {
        faults.add(what + " has " + answer.headers().allValues(name) + " for " + name);
      }
    }
    for (String name : TELLTALE) {
      answer.headers().firstValue(name).ifPresent(it -> faults.add(what + " tells " + name));
    }
  }
}
