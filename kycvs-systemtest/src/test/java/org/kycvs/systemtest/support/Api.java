package org.kycvs.systemtest.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Calls to a server, with one API key or none. */
public final class Api {
  /** Where verifications are. */
  public static final String VERIFICATIONS = "/api/v1/verifications";

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final String url;
  private final String key;
  private final UsedSecrets used;
  private final List<String> idempotencyKeys;

  Api(String url, String key, UsedSecrets used) {
    this(url, key, used, List.of());
    used.add("API key", key);
  }

  private Api(String url, String key, UsedSecrets used, List<String> idempotencyKeys) {
    this.url = url;
    this.key = key;
    this.used = used;
    this.idempotencyKeys = idempotencyKeys;
  }

  /** The same calls, each with these headers {@code Idempotency-Key}. */
  public Api once(String... keys) {
    return new Api(url, key, used, List.of(keys));
  }

  /** Asks about a person. */
  public Answer ask(Person person, String purpose) {
    return ask(person.question(purpose));
  }

  /** Asks with this body. */
  public Answer ask(Map<String, ?> body) {
    if (body.get("mobile") instanceof String mobile) {
      used.add("mobile", mobile);
      used.add("mobile", mobile.replaceFirst("^[+]91", ""));
    }
    if (body.get("name") instanceof String name) {
      used.add("name", name);
    }
    return post(VERIFICATIONS, Json.write(body));
  }

  /** Confirms with a code. */
  public Answer confirm(String verification, String code) {
    return confirm(verification, Map.of("code", code));
  }

  /** Confirms with this body. */
  public Answer confirm(String verification, Map<String, ?> body) {
    if (body.get("code") instanceof String code) {
      used.add("code", code);
    }
    return post(VERIFICATIONS + "/" + verification + "/confirmation", Json.write(body));
  }

  /** Has the code sent again. */
  public Answer sendAgain(String verification) {
    return send("POST", VERIFICATIONS + "/" + verification + "/code", BodyPublishers.noBody(), "");
  }

  /** Takes the question back. */
  public Answer cancel(String verification) {
    return send("DELETE", VERIFICATIONS + "/" + verification, BodyPublishers.noBody(), "");
  }

  /** Reads a verification. */
  public Answer verification(String verification) {
    return get(VERIFICATIONS + "/" + verification);
  }

  /** Posts a text as JSON. */
  public Answer post(String path, String json) {
    return post(path, json, "application/json");
  }

  /** Posts a text. */
  public Answer post(String path, String text, String mediaType) {
    return send("POST", path, BodyPublishers.ofString(text, StandardCharsets.UTF_8), mediaType);
  }

  /** Reads what is there. */
  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody(), "");
  }

  /** Calls by any method; a body that is not empty is JSON. */
  public Answer call(String method, String path, String body) {
    return body.isEmpty()
        ? send(method, path, BodyPublishers.noBody(), "")
        : send(method, path, BodyPublishers.ofString(body), "application/json");
  }

  private Answer send(String method, String path, BodyPublisher body, String mediaType) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).method(method, body);
    if (!key.isEmpty()) {
      request.header("Authorization", "Bearer " + key);
    }
    if (!mediaType.isEmpty()) {
      request.header("Content-Type", mediaType);
    }
    idempotencyKeys.forEach(one -> request.header("Idempotency-Key", one));
    return send(request);
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      return Answer.of(CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
