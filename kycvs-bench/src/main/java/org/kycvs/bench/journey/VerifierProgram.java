package org.kycvs.bench.journey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kycvs.bench.BenchFailedException;
import org.kycvs.shared.mobile.MobileNumber;

/** The calls of a verifier's program, timed. Connections are kept; threads may share it. */
public final class VerifierProgram {
  private static final String VERIFICATIONS = "/api/v1/verifications";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final String url;
  private final VerifierAccount account;

  /** Calls the server at the URL with the account's key. */
  public VerifierProgram(String url, VerifierAccount account) {
    this.url = url;
    this.account = account;
  }

  /** Asks about a person. */
  public Answer ask(MobileNumber mobile, String name) {
    return post(
        VERIFICATIONS,
        Json.createObjectBuilder()
            .add("mobile", mobile.e164())
            .add("name", name)
            .add("purpose", VerifierAccount.PURPOSE)
            .build());
  }

  /** Reads a verification. */
  public Answer read(String verification) {
    return send(request(VERIFICATIONS + "/" + verification).GET().build());
  }

  /** Confirms a verification with the code that the person told. */
  public Answer confirm(String verification, String code) {
    return post(
        VERIFICATIONS + "/" + verification + "/confirmation",
        Json.createObjectBuilder().add("code", code).build());
  }

  /**
   * What anybody may read.
   *
   * @throws BenchFailedException if the server cannot be reached
   */
  public static String get(String url) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build(),
              BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw unreachable(url, e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private Answer post(String path, JsonObject body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + account.key())
        .timeout(PATIENCE);
  }

  private Answer send(HttpRequest request) {
    try {
      long began = System.nanoTime();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      long nanos = System.nanoTime() - began;
      return new Answer(
          response.statusCode(),
          response.headers().map().entrySet().stream()
              .collect(
                  Collectors.toMap(
                      header -> header.getKey().toLowerCase(Locale.ROOT),
                      Map.Entry::getValue,
                      (one, other) -> one,
                      TreeMap::new)),
          response.body(),
          nanos);
    } catch (IOException e) {
      throw unreachable(request.uri().toString(), e);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static BenchFailedException unreachable(String url, IOException e) {
    return new BenchFailedException("no answer from " + url + ": " + e);
  }

  private static BenchFailedException interrupted() {
    Thread.currentThread().interrupt();
    return new BenchFailedException("interrupted");
  }
}
