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

/** The person's phone: what the development inbox of a server received. */
final class DemoInbox {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int OK = 200;

  private final HttpClient client;
  private final String url;

  DemoInbox(HttpClient client, String url) {
    this.client = client;
    this.url = url;
  }

  /**
   * A message.
   *
   * @param text all of it
   * @param code the code in it
   */
  record Message(String text, String code) {}

  /** The message that a verification sent to a mobile, once it has come. */
  Message await(String mobile, String verification) throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      for (JsonNode message : messages(mobile)) {
        if (message.path("verification").asText().equals(verification)) {
          return new Message(message.path("text").asText(), message.path("code").asText());
        }
      }
      Thread.sleep(PAUSE.toMillis());
    }
    throw new IOException("no SMS arrived");
  }

  private JsonNode messages(String mobile) throws IOException, InterruptedException {
    String query = "/dev/sms?mobile=" + URLEncoder.encode(mobile, StandardCharsets.UTF_8);
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(url + query))
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .build(),
            BodyHandlers.ofString());
    if (response.statusCode() != OK) {
      throw new IOException("the inbox answers " + response.statusCode());
    }
    return JSON.readTree(response.body());
  }
}
