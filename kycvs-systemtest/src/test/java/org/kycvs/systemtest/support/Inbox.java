package org.kycvs.systemtest.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The development inbox: what people would have received by SMS. */
public final class Inbox {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 50;

  private final String url;
  private final UsedSecrets used;

  Inbox(String url, UsedSecrets used) {
    this.url = url;
    this.used = used;
  }

  /** The message with a verification's code, once it has come. */
  public JsonNode message(String verification, String mobile) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < until) {
      for (JsonNode message : codes(mobile)) {
        if (message.path("verification").asText().equals(verification)) {
          used.add("code", message.path("code").asText());
          return message;
        }
      }
      pause();
    }
    throw new AssertionError("No SMS came for " + verification);
  }

  /** The code of a verification, once its message has come. */
  public String code(String verification, String mobile) {
    return message(verification, mobile).path("code").asText();
  }

  /** A code that is not the verification's. */
  public String wrongCode(String verification, String mobile) {
    int right = Integer.parseInt(code(verification, mobile));
    return String.format(Locale.ROOT, "%06d", (right + 1) % 1_000_000);
  }

  /** The newest messages to a mobile, newest first. */
  public List<JsonNode> messages(String mobile) {
    return read("?mobile=" + URLEncoder.encode(mobile, StandardCharsets.UTF_8));
  }

  /** Those of the newest messages to a mobile that carry a code, newest first. */
  public List<JsonNode> codes(String mobile) {
    return messages(mobile).stream()
        .filter(message -> !message.path("code").asText().isEmpty())
        .toList();
  }

  /** The newest messages to anybody, newest first. */
  public List<JsonNode> all() {
    return read("");
  }

  private List<JsonNode> read(String query) {
    URI address = URI.create(url + "/dev/sms" + query);
    Answer answer =
        Api.send(
            HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(PATIENCE)
                .GET());
    List<JsonNode> messages = new ArrayList<>();
    answer.json(200).forEach(messages::add);
    return messages;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
