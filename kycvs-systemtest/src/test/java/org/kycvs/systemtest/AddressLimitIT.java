package org.kycvs.systemtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kycvs.systemtest.support.Answer;
import org.kycvs.systemtest.support.Api;
import org.kycvs.systemtest.support.DataFolder;
import org.kycvs.systemtest.support.OwnServer;
import org.kycvs.systemtest.support.RunningServer;

/** An address that makes too many calls is refused, whatever key it has; others are not. */
@OwnServer
class AddressLimitIT {
  private static final int BURST = 20;

  @Test
  void api_moreCallsThanTheAddressMay_areRefusedBeforeTheKeyIsLookedAt() throws IOException {
    Map<String, String> settings =
        Map.of(
            "KYCVS_RATE_ADDRESS_BURST",
            Integer.toString(BURST),
            "KYCVS_RATE_ADDRESS_REQUESTS_PER_MINUTE",
            "1");
    try (DataFolder data = DataFolder.make();
        RunningServer server = RunningServer.start("address-limit", data, settings)) {
      Api hotel = server.with(server.hotel().liveKey());
      for (int i = 1; i < BURST; i++) {
        server.withoutKey().get(Api.VERIFICATIONS).problem(401, "api-key-missing");
      }
      Answer last = hotel.get(Api.VERIFICATIONS);
      assertEquals(200, last.status(), last.body());
      assertTrue(last.header("RateLimit-Policy").startsWith("\"key\""), last.headers()::toString);

      for (Answer refused :
          List.of(
              hotel.get(Api.VERIFICATIONS),
              hotel.post(Api.VERIFICATIONS, "{}"),
              server.withoutKey().get(Api.VERIFICATIONS),
              server.withoutKey().get("/api/v1/nothing"))) {
        refused.problem(429, "too-many-requests");
        assertEquals("\"address\";q=20;w=1200", refused.header("RateLimit-Policy"));
        assertTrue(refused.header("RateLimit").startsWith("\"address\";r=0;t="));
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait >= 1 && wait <= 60, () -> wait + " s");
      }
      for (String open : List.of("/health/ready", "/.well-known/jwks.json", "/openapi")) {
        assertEquals(200, server.withoutKey().get(open).status(), open);
      }
      assertEquals("HTTP/1.1 401", status(server.url(), "127.0.0.2"), "Another address");
      assertEquals("HTTP/1.1 429", status(server.url(), "127.0.0.1"));
    }
  }

  /** What a call without a key is answered with that comes from this address. */
  private static String status(String url, String from) throws IOException {
    URI server = URI.create(url);
    try (Socket socket =
        new Socket(
            InetAddress.getByName("127.0.0.1"), server.getPort(), InetAddress.getByName(from), 0)) {
      String call =
          "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
              .formatted(Api.VERIFICATIONS, server.getAuthority());
      socket.getOutputStream().write(call.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return String.valueOf(answer.readLine()).substring(0, "HTTP/1.1 000".length());
    }
  }
}
