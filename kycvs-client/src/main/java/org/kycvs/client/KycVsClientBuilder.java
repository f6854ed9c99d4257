package org.kycvs.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes a {@link KycVsClient} that differs from the usual one. Times are from a millisecond to an
 * hour; what is wrong is said by {@link #build}.
 */
public final class KycVsClientBuilder {
  private final URI server;
  private final ApiKey key;
  private Optional<HttpClient> http = Optional.empty();
  private boolean plainAllowed;
  private Duration connect = Patience.USUAL.connect();
  private Duration attempt = Patience.USUAL.attempt();
  private Duration call = Patience.USUAL.call();
  private Duration firstPause = Patience.USUAL.firstPause();
  private Duration longestPause = Patience.USUAL.longestPause();
  private Pace pace = Pace.real();

  KycVsClientBuilder(URI server, ApiKey key) {
    this.server = server;
    this.key = key;
  }

  /**
   * How long it may take to be connected; 5 seconds if not said. Your own HTTP client's own goes
   * before it.
   */
  public KycVsClientBuilder connectTimeout(Duration time) {
    connect = time;
    return this;
  }

  /** How long one attempt may take, to the end of its answer; 15 seconds if not said. */
  public KycVsClientBuilder attemptTimeout(Duration time) {
    attempt = time;
    return this;
  }

  /**
   * How long a call may take with all attempts and pauses; 60 seconds if not said. A verification
   * lives ten minutes.
   */
  public KycVsClientBuilder callTimeout(Duration time) {
    call = time;
    return this;
  }

  /**
   * How long pauses between attempts may be: each is a random part of a ceiling.
   *
   * @param first the ceiling before the second attempt, which doubles with each; a second if not
   *     said
   * @param longest where it ends; 30 seconds if not said
   */
  public KycVsClientBuilder pauses(Duration first, Duration longest) {
    firstPause = first;
    longestPause = longest;
    return this;
  }

  /**
   * Your own HTTP client, with your own proxy, trust and threads. It must not follow redirects,
   * which {@link HttpClient} does not unless told to.
   */
  public KycVsClientBuilder httpClient(HttpClient own) {
    http = Optional.of(own);
    return this;
  }

  /**
   * Allows plain HTTP to another machine, where everybody on the way reads the API key and whom you
   * ask about: for networks of your own, behind a proxy that ends TLS.
   */
  public KycVsClientBuilder insecurePlainHttp() {
    plainAllowed = true;
    return this;
  }

  /** With another time and chance. */
  KycVsClientBuilder pace(Pace other) {
    pace = other;
    return this;
  }

  /**
   * The client.
   *
   * @throws IllegalArgumentException if something is not allowed; the message says what is
   */
  public KycVsClient build() {
    String address = ServerAddress.of(server, plainAllowed);
    Patience patience = new Patience(connect, attempt, call, firstPause, longestPause);
    HttpClient client = http.orElseGet(() -> usual(patience));
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "The HTTP client must not follow redirects: they could lead the API key elsewhere.");
    }
    return new KycVsClient(
        new Calls(new Wire(client, address, key, pace), patience, pace), key.mode());
  }

  private static HttpClient usual(Patience patience) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(patience.connect())
        .build();
  }
}
