package org.kycvs.notification.control.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.notification.entity.Submission;

class HttpGatewayTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final String TAKEN = "{\"id\":\"m-7\"}";

  @Test
  void submit_taken_hasTheGatewaysId() {
    try (RawServer server = RawServer.saying("200 OK", "", TAKEN);
        HttpGateway gateway = gateway(server.url())) {
      assertEquals(new Submission.Accepted(Optional.of("m-7")), submit(gateway));
      assertEquals(1, server.requests().size());
    }
  }

  @Test
  void submit_oneAfterTheOther_keepsTheConnection() {
    try (RawServer server = RawServer.saying("200 OK", "", TAKEN);
        HttpGateway gateway = gateway(server.url())) {
      for (int i = 0; i < 5; i++) {
        assertInstanceOf(Submission.Accepted.class, submit(gateway));
      }
      assertEquals(1, server.connections());
      assertEquals(5, server.requests().size());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "200 OK; no id; Accepted[messageId=Optional.empty]",
        "200 OK; ERROR; NotSent[reason=It answered HTTP 200, but not as a taken message]",
        "400 Bad Request; no; Rejected[reason=It answered HTTP 400]",
        "200 OK; BARRED; Rejected[reason=It answered HTTP 200]",
        "401 Unauthorized; no; NotSent[reason=It answered HTTP 401]",
        "302 Found; no; NotSent[reason=It answered HTTP 302]",
        "503 Service Unavailable; no; NotSent[reason=It answered HTTP 503]",
        "502 Bad Gateway; no; InDoubt[reason=A proxy answered HTTP 502]",
        "504 Gateway Timeout; no; InDoubt[reason=A proxy answered HTTP 504]",
        "429 Too Many Requests; no; Throttled[pause=PT1S]",
        "200 OK; SLOWER; Throttled[pause=PT1S]",
      })
  void submit_answer_isReadAsTheSettingsSay(String status, String body, String expected) {
    try (RawServer server = RawServer.saying(status, "Location: /elsewhere\r\n", body);
        HttpGateway gateway = gateway(server.url())) {
      assertEquals(expected, submit(gateway).toString());
      assertEquals(1, server.requests().size(), "Asked once, whatever was answered");
    }
  }

  @ParameterizedTest
  @CsvSource({"30, PT30S", "3600, PT1M", "0, PT0S", "soon, PT1S", "-5, PT1S"})
  void submit_throttledWithRetryAfter_pausesSoLongButNotLongerThanAMinute(
      String seconds, Duration pause) {
    try (RawServer server =
            RawServer.saying("429 Too Many Requests", "Retry-After: " + seconds + "\r\n", "");
        HttpGateway gateway = gateway(server.url())) {
      assertEquals(new Submission.Throttled(pause), submit(gateway));
    }
  }

  @Test
  void submit_connectionRefused_isSurelyNotSent() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    try (HttpGateway gateway = gateway("http://127.0.0.1:" + port)) {
      assertInstanceOf(Submission.NotSent.class, submit(gateway));
      assertFalse(gateway.isReachable());
    }
  }

  @Test
  void submit_closedWithoutAnAnswer_isInDoubtAndNotAskedAgain() {
    assertInDoubt(out -> false, TIMEOUT);
  }

  @Test
  void submit_noAnswer_isInDoubtAfterTheTimeout() {
    assertInDoubt(
        out -> {
          Thread.sleep(30_000);
          return false;
        },
        TIMEOUT.multipliedBy(2));
  }

  @Test
  void submit_answerBreaksOff_isInDoubt() {
    assertInDoubt(
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"id\":".getBytes(UTF_8));
          return false;
        },
        TIMEOUT);
  }

  @Test
  void submit_answerIsNoHttp_isInDoubt() {
    assertInDoubt(
        out -> {
          out.write("OK\r\n\r\n".getBytes(UTF_8));
          return false;
        },
        TIMEOUT.multipliedBy(2));
  }

  @Test
  void submit_bodyDripping_isCutOffAfterTwiceTheTimeout() {
    assertInDoubt(
        out -> {
          out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(UTF_8));
          for (int i = 0; i < 100; i++) {
            out.write('x');
            Thread.sleep(300);
          }
          return false;
        },
        TIMEOUT.multipliedBy(3));
  }

  @Test
  void submit_headDripping_isCutOffAfterTwiceTheTimeout() {
    assertInDoubt(
        out -> {
          for (int i = 0; i < 100; i++) {
            out.write("HTTP/1.1 200 OK and so on, and so on".charAt(i % 36));
            Thread.sleep(300);
          }
          return false;
        },
        TIMEOUT.multipliedBy(3));
  }

  @Test
  void submit_answerWithoutEnd_isReadForSixteenKibibytesOnly() {
    Map<String, String> own = settings("http://127.0.0.1:1");
    own.put("timeout", "PT10S");
    try (RawServer server =
        new RawServer(
            out -> {
              out.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".getBytes(UTF_8));
              out.write(TAKEN.getBytes(UTF_8));
              while (true) { // until the reader goes away
                out.write(new byte[8_192]);
              }
            })) {
      own.put("url", server.url());
      try (HttpGateway gateway = Gateways.of(own)) {
        long began = System.nanoTime();
        assertEquals(new Submission.Accepted(Optional.of("m-7")), submit(gateway));
        assertTrue(System.nanoTime() - began < 10_000_000_000L, "It does not wait for the end");
      }
    }
  }

  @Test
  void submit_textInHindi_arrivesInUtf8WithItsLengthInBytes() {
    try (RawServer server = RawServer.saying("200 OK", "", TAKEN);
        HttpGateway gateway = gateway(server.url())) {
      Submission unused = gateway.submit(7, Gateways.message(Gateways.HINDI, Gateways.DLT));
      String request = server.requests().get(0);
      assertTrue(request.endsWith("\r\n\r\n" + Gateways.HINDI), request);
      assertTrue(
          request.contains("Content-Length: " + Gateways.HINDI.getBytes(UTF_8).length + "\r\n"),
          request);
    }
  }

  @Test
  void submit_lineEndsInAHeader_addNoHeader() {
    Map<String, String> own = settings("http://127.0.0.1:1");
    own.put("headers", "X-Text: {text} | X-Nothing: {password}");
    try (RawServer server = RawServer.saying("200 OK", "", TAKEN)) {
      own.put("url", server.url());
      try (HttpGateway gateway = Gateways.of(own)) {
        Submission unused =
            gateway.submit(7, Gateways.message("a\r\nX-Evil: 1\r\n\r\nPOST /", Gateways.DLT));
        String head = server.requests().get(0).split("\r\n\r\n", 2)[0];
        assertTrue(head.contains("X-Text: a  X-Evil: 1    POST /"), head);
        assertEquals(1, server.requests().size());
        assertFalse(head.contains("X-Nothing"), head);
      }
    }
  }

  @Test
  void submit_sentence_neverHoldsTextOrMobileInItsReason() {
    try (RawServer server = RawServer.saying("500 Oops", "", Gateways.ENGLISH + "+919876543210");
        HttpGateway gateway = gateway(server.url())) {
      assertEquals(new Submission.NotSent("It answered HTTP 500"), submit(gateway));
    }
  }

  @Test
  void isReachable_listening_sendsNoRequest() {
    try (RawServer server = RawServer.saying("200 OK", "", TAKEN);
        HttpGateway gateway = gateway(server.url())) {
      assertTrue(gateway.isReachable());
      assertEquals(0, server.requests().size());
    }
  }

  private static void assertInDoubt(RawServer.Answer answer, Duration within) {
    try (RawServer server = new RawServer(answer);
        HttpGateway gateway = gateway(server.url())) {
      long began = System.nanoTime();
      assertInstanceOf(Submission.InDoubt.class, submit(gateway));
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertTrue(took.compareTo(within.plusMillis(900)) < 0, () -> "It took " + took);
      assertEquals(1, server.requests().size(), "It is not asked again");
    }
  }

  private static Submission submit(HttpGateway gateway) {
    return gateway.submit(7, Gateways.message(Gateways.ENGLISH, Gateways.DLT));
  }

  private static HttpGateway gateway(String url) {
    return Gateways.of(settings(url));
  }

  private static Map<String, String> settings(String url) {
    Map<String, String> own = new HashMap<>();
    own.put("kind", "http");
    own.put("url", url + "/send");
    own.put("body", "{text}");
    own.put("timeout", TIMEOUT.toString());
    own.put("success-body", "id");
    own.put("message-id", "\"id\":\"([^\"]+)\"");
    own.put("rejected-status", "400");
    own.put("rejected-body", "BARRED");
    own.put("throttled-body", "SLOWER");
    return own;
  }
}
