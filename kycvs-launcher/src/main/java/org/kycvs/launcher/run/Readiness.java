package org.kycvs.launcher.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/** Whether a server answers that it can serve. */
public final class Readiness {
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration REQUEST = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private Readiness() {}

  /**
   * Waits until the server is ready.
   *
   * @throws CommandException if it is not within half a minute; the line has its answer
   */
  static void await(HttpClient client, String url) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    String answer = ask(client, url);
    while (!answer.isEmpty()) {
      if (System.nanoTime() > until) {
        throw new CommandException(ExitCode.NO, "the server is not ready: " + answer);
      }
      pause();
      answer = ask(client, url);
    }
  }

  /** Whether a ready server answers at the URL. */
  public static boolean isReady(HttpClient client, String url) {
    return ask(client, url).isEmpty();
  }

  /** Empty if ready, else why not. */
  private static String ask(HttpClient client, String url) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/health/ready")).timeout(REQUEST).build();
    try {
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() == OK
          ? ""
          : "HTTP " + response.statusCode() + " " + response.body();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
