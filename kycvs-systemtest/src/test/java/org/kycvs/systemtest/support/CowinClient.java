package org.kycvs.systemtest.support;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;

/** The three calls as clients of 2021 made them: key in {@code x-api-key}, code as SHA-256 hex. */
public final class CowinClient {
  private static final String CALLS = "/api/v3/vaccination/";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final RunningServer server;
  private final String key;

  /** With this key; with none if it is empty. */
  public CowinClient(RunningServer server, String key) {
    this.server = server;
    this.key = key;
  }

  /** Asks, with the mobile as people in India say it: ten digits. */
  public Answer generateOtp(Person person) {
    String tenDigits = person.mobile().replaceFirst("^[+]91", "");
    server.used().add("mobile", tenDigits);
    server.used().add("mobile", person.mobile());
    server.used().add("name", person.name());
    return generateOtp(
        Map.of(
            "mobile_number",
            tenDigits,
            "full_name",
            person.name(),
            "email_id",
            "someone@example.org"));
  }

  /** Asks with this body. */
  public Answer generateOtp(Map<String, ?> body) {
    return post("generateOTP", Json.write(body), "application/json");
  }

  /** Brings the code that the person gave. */
  public Answer confirmOtp(String transaction, String code) {
    return confirmOtp(Map.of("otp", sha256(code), "txnId", transaction));
  }

  /** Brings this body. */
  public Answer confirmOtp(Map<String, ?> body) {
    return post("confirmOTP", Json.write(body), "application/json");
  }

  /** Posts to one of the calls. */
  public Answer post(String call, String body, String mediaType) {
    HttpRequest.Builder request =
        request(call).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      request.header("x-api-key", key);
    }
    return Api.send(request);
  }

  /** The same with the token of an earlier call still in {@code Authorization}. */
  public Answer postWithOldToken(String call, String body, String token) {
    return Api.send(
        request(call)
            .header("x-api-key", key)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body)));
  }

  /** Reads the status; as most clients, without the key. */
  public Answer status(String token) {
    return Api.send(request("status").header("Authorization", "Bearer " + token).GET());
  }

  /** Lower-case hex SHA-256. */
  public static String sha256(String code) {
    return HexFormat.of().formatHex(Jws.sha256(code.getBytes(StandardCharsets.US_ASCII)));
  }

  private HttpRequest.Builder request(String call) {
    return HttpRequest.newBuilder(URI.create(server.url() + CALLS + call)).timeout(PATIENCE);
  }
}
