package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.Json;
import org.kycvs.systemtest.support.Kycvs;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** A mail from the command line, through the running server's outbox, to its inbox. */
@ExtendWith(SharedServer.class)
class MailIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TO = "zephyrine.quillfeather@hotel.example";

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void sendTest_inDevelopment_isReadAtDevMailAndInNoLog(RunningServer server) throws Exception {
    String id = run(server, "send-test", TO).path("mail").asText();

    JsonNode mail = awaitMail(server, id);
    assertEquals(TO, mail.path("to").asText());
    assertEquals("A test mail of KYC-VS", mail.path("subject").asText());
    assertTrue(mail.path("headers").toString().contains("Message-ID: <" + id + "@"));

    assertTrue(get(server, "/dev/mail", "text/html").body().contains("/dev/mail/" + id + "\""));
    String page = get(server, "/dev/mail/" + id, "text/html").body();
    assertTrue(page.contains("There is nothing to do."), page);
    HttpResponse<String> html = get(server, "/dev/mail/" + id + "/html", "text/html");
    assertEquals(mail.path("html").asText(), html.body());
    String policy = String.join("|", html.headers().allValues("Content-Security-Policy"));
    assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    assertTrue(policy.endsWith("; sandbox"), policy);

    JsonNode status = run(server, "status");
    assertEquals(0, status.path("queued").asInt(), status.toString());
    assertTrue(
        get(server, "/metrics", "text/plain")
            .body()
            .lines()
            .anyMatch(
                line ->
                    line.startsWith("kycvs_mails_total{")
                        && line.contains("outcome=\"sent\"")
                        && line.contains("template=\"mail-test\"")));
    server
        .data()
        .logs()
        .forEach((file, text) -> assertFalse(text.contains("quillfeather"), file.toString()));
  }

  private JsonNode awaitMail(RunningServer server, String id) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Optional<JsonNode> found = Optional.empty();
    while (found.isEmpty() && System.nanoTime() < until) {
      for (JsonNode mail : Json.read(get(server, "/dev/mail", "application/json").body())) {
        if (mail.path("id").asText().equals(id)) {
          found = Optional.of(mail);
        }
      }
      Thread.sleep(100);
    }
    return found.orElseThrow(() -> new AssertionError(id + " did not arrive"));
  }

  private HttpResponse<String> get(RunningServer server, String path, String accept)
      throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Accept", accept)
                .build(),
            BodyHandlers.ofString());
    assertEquals(200, answer.statusCode(), path);
    return answer;
  }

  private static JsonNode run(RunningServer server, String... words) {
    Object[] line = new Object[words.length + 4];
    line[0] = "mail";
    System.arraycopy(words, 0, line, 1, words.length);
    line[words.length + 1] = "--json";
    line[words.length + 2] = "--data";
    line[words.length + 3] = server.data().path();
    Kycvs.Outcome outcome = Kycvs.command(line).run();
    assertEquals(0, outcome.exitCode(), outcome.all());
    return Json.read(outcome.out());
  }
}
