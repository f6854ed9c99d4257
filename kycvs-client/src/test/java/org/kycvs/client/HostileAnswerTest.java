package org.kycvs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are none of this API's: each ends the call with a clear word, and soon. */
class HostileAnswerTest {
  private static final Duration SOON = Duration.ofSeconds(20);

  private FakeServer server;
  private KycVsClient client;

  @BeforeEach
  void start() throws IOException {
    server = new FakeServer();
    client = Samples.client(server, new FakePace()).attemptTimeout(Duration.ofSeconds(10)).build();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void answerWithoutEnd_isRefusedWhenItIsTooLarge() {
    server.then(
        line -> {
          OutputStream out = line.getOutputStream();
          out.write(FakeServer.head(200, "application/json", -1));
          byte[] blanks = new byte[64 * 1024];
          while (true) {
            out.write(blanks);
          }
        });

    assertRefused("larger than any answer");
  }

  @Test
  void answerDripping_isOverWhenTheAttemptIs() {
    KycVsClient hurried =
        Samples.client(server, new FakePace())
            .attemptTimeout(Duration.ofMillis(300))
            .callTimeout(Duration.ofMillis(400))
            .build();
    server
        .then(
            line -> {
              OutputStream out = line.getOutputStream();
              out.write(FakeServer.head(200, "application/json", 1000));
              for (int i = 0; i < 1000; i++) {
                out.write(' ');
                out.flush();
                pause();
              }
            })
        .then(line -> {});

    NoAnswerException none =
        assertTimeoutPreemptively(
            SOON, () -> assertThrows(NoAnswerException.class, () -> hurried.get(Samples.ID)));
    assertTrue(none.toString().contains("HttpTimeoutException"), none.toString());
  }

  @Test
  void nestedWithoutEnd_isBrokenJsonAndNoStackOverflow() {
    String deep = "{\"a\":" + "[".repeat(500_000);
    server.thenJson(200, deep).thenJson(200, deep + "]".repeat(500_000) + "}");
    server.thenJson(200, Samples.COMPLETED);

    assertEquals(VerificationState.COMPLETED, client.get(Samples.ID).state());
  }

  @ParameterizedTest
  @CsvSource({"200,text/html", "200,''", "200,application/jwt", "404,text/html", "503x,''"})
  void otherMediaType_isRefused(String status, String type) {
    if (status.equals("503x")) {
      server.thenAnswer(418, "application/problem+json", "{\"title\":\"no code\"}");
    } else {
      server.thenAnswer(Integer.parseInt(status), type, "{}");
    }

    assertRefused(status.equals("200") ? "media type" : "without a problem document");
  }

  @Test
  void redirect_isNotFollowed() {
    server
        .thenAnswer(307, "", "", "Location: " + server.address() + "/elsewhere")
        .thenJson(200, Samples.COMPLETED);

    assertRefused("redirects are not followed");
    assertEquals(1, server.requests().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "\"id\":\"ver_kTiV9TyfXjOv8c2ajkI2Hi\";\"id\":null;id is missing",
        "\"id\":\"ver_kTiV9TyfXjOv8c2ajkI2Hi\";\"id\":7;id is not text",
        "\"id\":\"ver_kTiV9TyfXjOv8c2ajkI2Hi\";\"id\":\"../me\";id is not a verification's",
        "\"mode\":\"live\";\"mode\":\"demo\";mode is neither",
        "\"status\":2;\"status\":3;status and its meaning",
        "\"status\":2;\"status\":1;status and its meaning",
        "\"status\":2;\"status\":\"2\";status is not a whole number",
        "\"status\":2;\"status\":-1;status is not a whole number",
        "\"status\":2;\"status\":2.5;status is not a whole number",
        "\"status\":2;\"status\":99999999999;status is not a whole number",
        "2026-11-21T20:24:25.743122Z;yesterday;createdAt is not a time",
        "\"statement\":\"eyJ.a.b\",;||;statement is missing"
      })
  void memberMissingOrWrong_isNamed(String from, String to, String words) {
    String changed = Samples.COMPLETED.replace(from, to);
    assertTrue(!changed.equals(Samples.COMPLETED), from);
    server.thenJson(200, changed);

    assertRefused(words);
    assertEquals(1, server.requests().size());
  }

  @Test
  void problemWithoutItsNumber_isNamed() {
    server.thenProblem(422, "code-wrong");

    UnexpectedAnswerException refused =
        assertThrows(UnexpectedAnswerException.class, () -> client.confirm(Samples.ID, "000000"));

    assertTrue(refused.toString().contains("triesLeft is missing"), refused.toString());
    assertTrue(refused.idempotencyKey().isPresent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tomorrow\":{\"a\":[1,{}]},",
        "{\"x\":null,",
        "{\"y\":1e30,",
      })
  void unknownMembers_areIgnored(String beginning) {
    server.thenJson(200, beginning + Samples.COMPLETED.substring(1));

    assertEquals(VerificationState.COMPLETED, client.get(Samples.ID).state());
  }

  @Test
  void unknownState_isOther() {
    server.thenJson(200, Samples.WAITING.replace("awaiting-code", "asleep"));

    assertEquals(VerificationState.OTHER, client.get(Samples.ID).state());
  }

  private void assertRefused(String words) {
    UnexpectedAnswerException refused =
        assertTimeoutPreemptively(
            SOON,
            () -> assertThrows(UnexpectedAnswerException.class, () -> client.get(Samples.ID)));
    assertTrue(refused.toString().contains(words), refused.toString());
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
