package org.kycvs.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The calls of a verifier's program, with its API key. */
final class Verifier {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FIRST_ERROR = 400;

  private final HttpClient client;
  private final String url;
  private final String apiKey;

  Verifier(HttpClient client, String url, String apiKey) {
    this.client = client;
    this.url = url;
    this.apiKey = apiKey;
  }

  /** An answer with a problem document instead of what was asked for. */
  static final class RefusedCallException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedCallException(HttpResponse<String> response) {
      super("HTTP " + response.statusCode() + " " + response.body());
    }
  }

  JsonNode post(String path, Map<String, String> body) throws IOException, InterruptedException {
    return JSON.readTree(
        send(
            request(path)
                .header("Authorization", "Bearer " + apiKey)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(text(body)))
                .build()));
  }

  /** What anybody may read. */
  String get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  /** The messages that a mobile was sent, the newest first. */
  JsonNode inbox(String mobile) throws IOException, InterruptedException {
    return JSON.readTree(
        get("/dev/sms?mobile=" + URLEncoder.encode(mobile, StandardCharsets.UTF_8)));
  }

  /** As JSON. */
  static String text(Object value) throws IOException {
    return JSON.writeValueAsString(value);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Accept", "application/json")
        .timeout(PATIENCE);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() >= FIRST_ERROR) {
      throw new RefusedCallException(response);
    }
    return response.body();
  }
}
