package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kycvs.systemtest.support.RunningServer;
import org.kycvs.systemtest.support.SharedServer;

/** Callers who send slowly, nothing, or less than they announced, over bare sockets. */
@ExtendWith(SharedServer.class)
class SlowCallersIT {
  /** More than the server has threads for. */
  private static final int MANY = 200;

  private static final Duration SOON = Duration.ofSeconds(4);
  private static final int PATIENCE_MILLIS = 20_000;

  private final RunningServer server;
  private final List<Socket> sockets = new ArrayList<>();

  SlowCallersIT(RunningServer server) {
    this.server = server;
  }

  @AfterEach
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  @Test
  void bodies_thatDoNotCome_holdUpNobodyAndAreRefused() throws IOException {
    for (int i = 0; i < MANY; i++) {
      send(announcing("Content-Length: 100") + "{");
    }

    assertAnsweredSoon();
    assertProblem(408, "body-too-slow", answer(sockets.get(0)));
    assertProblem(408, "body-too-slow", answer(sockets.get(MANY - 1)));
  }

  @Test
  void body_thatDrips_isRefusedWhenItsTimeIsOver() throws Exception {
    Socket socket = send(announcing("Transfer-Encoding: chunked"));
    long began = System.nanoTime();
    for (int i = 0; i < 14 && socket.getInputStream().available() == 0; i++) {
      socket.getOutputStream().write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
      Thread.sleep(1_000);
    }

    assertProblem(408, "body-too-slow", answer(socket));
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    assertTrue(seconds >= 9 && seconds <= 16, seconds + " s");
  }

  @Test
  void headers_thatDrip_holdUpNobody() throws Exception {
    for (int i = 0; i < MANY; i++) {
      send("GET / HTTP/1.1\r\nHost: localhost\r\n");
    }
    for (int second = 0; second < 5; second++) {
      for (Socket socket : sockets) {
        socket.getOutputStream().write('x');
      }
      assertAnsweredSoon();
      Thread.sleep(1_000);
    }
  }

  @Test
  void bodies_thatBreakOff_areNoFaultOfOurs() throws IOException {
    for (String broken :
        List.of(
            announcing("Content-Length: 100") + "{\"mobile\":",
            announcing("Transfer-Encoding: chunked") + "5\r\n{\"mo",
            announcing("Transfer-Encoding: chunked") + "zz\r\n",
            announcing("Transfer-Encoding: chunked") + "-1\r\n\r\n")) {
      Socket socket = send(broken);
      socket.shutdownOutput();
      String answer = answer(socket);
      assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), broken + answer);
    }
    assertAnsweredSoon();
    server
        .data()
        .logs()
        .forEach(
            (file, text) -> assertFalse(text.contains("Connection is closed"), file.toString()));
  }

  private String announcing(String header) {
    return "POST /api/v1/verifications HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + server.hotel().liveKey()
        + "\r\nContent-Type: application/json\r\n"
        + header
        + "\r\n\r\n";
  }

  private Socket send(String text) throws IOException {
    URI url = URI.create(server.url());
    Socket socket = new Socket("127.0.0.1", url.getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    sockets.add(socket);
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private void assertAnsweredSoon() {
    long began = System.nanoTime();
    assertEquals(200, server.withoutKey().get("/.well-known/jwks.json").status());
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertTrue(took.compareTo(SOON) < 0, took.toString());
  }

  private static void assertProblem(int status, String code, String answer) {
    assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
    assertTrue(answer.contains("\"code\":\"" + code + "\""), answer);
    assertTrue(answer.contains("Connection: close"), answer);
  }

  /** What comes up to the end of a problem document, or of the connection. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int next = socket.getInputStream().read();
        next >= 0;
        next = socket.getInputStream().read()) {
      text.append((char) next);
      if (next == '}') {
        break;
      }
    }
    return text.toString();
  }
}
