package org.kycvs.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends a call once over HTTP. */
final class Wire {
  private final HttpClient client;
  private final String server;
  private final ApiKey apiKey;
  private final Pace pace;

  Wire(HttpClient client, String server, ApiKey apiKey, Pace pace) {
    this.client = client;
    this.server = server;
    this.apiKey = apiKey;
    this.pace = pace;
  }

  /**
   * The whole answer.
   *
   * @param time for all of it: {@link HttpRequest#timeout} ends with the headers
   */
  Reply send(Call call, Duration time) throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> exchange =
        client.sendAsync(request(call), head -> new LimitedBody());
    try {
      HttpResponse<byte[]> response = exchange.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return new Reply(response.statusCode(), response.headers(), response.body(), pace.now());
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer in " + time);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken
          ? broken
          : new IOException("the line broke", e.getCause());
    } finally {
      exchange.cancel(true); // nothing, once it is complete; else it closes the connection
    }
  }

  private HttpRequest request(Call call) {
    BodyPublisher body =
        call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + call.path())).method(call.method(), body);
    if (call.withKey()) {
      request.header("Authorization", "Bearer " + apiKey.reveal());
    }
    if (!call.accept().isEmpty()) {
      request.header("Accept", call.accept());
    }
    if (call.body().isPresent()) {
      request.header("Content-Type", Call.JSON);
    }
    call.key().ifPresent(key -> request.header("Idempotency-Key", key.text()));
    return request.build();
  }
}
