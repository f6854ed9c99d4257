package org.kycvs.systemtest.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An operator's SMS gateway as far as it can be told from outside: takes messages by HTTP on this
 * machine, keeps what phones would have received, can be killed, hang or have too many, and
 * reports.
 */
public final class FakeGateway implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration REPORT = Duration.ofSeconds(10);
  private static final long PAUSE_MILLIS = 20;

  static {
    // Else each answer on a kept connection is 40 ms late, which would measure this and not what
    // calls it.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Queue<Sms> taken = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger hanging = new AtomicInteger();
  private final HttpServer server;
  private volatile CountDownLatch silence = new CountDownLatch(0);
  private volatile boolean isBusy;
  private volatile Duration thinking = Duration.ZERO;

  /**
   * A message that it took.
   *
   * @param number the sender's own number of it
   * @param mobile without the plus sign
   * @param report where it is to be reported
   * @param at when, by {@link System#nanoTime}
   */
  public record Sms(long number, String mobile, String text, String report, long at) {
    /** The code within the text. */
    public String code() {
      return text.replaceFirst("(?s)^.*?(?<![0-9])([0-9]{6})(?![0-9]).*$", "$1");
    }
  }

  private FakeGateway(int port) {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/send", this::handle);
    server.setExecutor(threads);
    server.start();
  }

  /** One on a free port. */
  public static FakeGateway start() {
    return new FakeGateway(0);
  }

  /** One where another was that has been closed. */
  public static FakeGateway startInsteadOf(FakeGateway other) {
    return new FakeGateway(other.port());
  }

  /** Its port. */
  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * What a server needs to send by these gateways, each an environment variable; the first of them
   * is preferred to the second, and so on.
   */
  public static Map<String, String> settings(FakeGateway... gateways) {
    Map<String, String> settings = new TreeMap<>();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < gateways.length; i++) {
      String name = Character.toString('a' + i);
      names.add(name);
      String prefix = "KYCVS_SMS_GATEWAY_" + name.toUpperCase(Locale.ROOT) + "_";
      settings.put(prefix + "KIND", "http");
      settings.put(prefix + "URL", "http://127.0.0.1:" + gateways[i].port() + "/send");
      settings.put(prefix + "PRIORITY", Integer.toString(i + 1));
      settings.put(prefix + "HEADERS", "Content-Type: application/json");
      settings.put(
          prefix + "BODY",
          "{\"number\":\"{reference}\",\"to\":\"{mobile-digits}\",\"text\":\"{text}\",\"report\":\"{report-url}\"}");
      settings.put(prefix + "MESSAGE_ID", "\"id\":\"([^\"]+)\"");
      settings.put(prefix + "REPORT_STATE", "json:/state");
      settings.put(prefix + "REPORT_DELIVERED", "arrived");
      settings.put(prefix + "REPORT_UNDELIVERED", "lost");
      settings.put(prefix + "REPORT_ERROR", "json:/error");
    }
    settings.put("KYCVS_SMS_GATEWAYS", String.join(",", names));
    return settings;
  }

  /** What it took, the oldest first. */
  public List<Sms> taken() {
    return new ArrayList<>(taken);
  }

  /** The only message to a mobile, once it has come. */
  public Sms only(String mobile) {
    List<Sms> found = List.of();
    for (long until = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < until; pause()) {
      found = taken.stream().filter(sms -> sms.mobile().equals(digits(mobile))).toList();
      if (!found.isEmpty()) {
        break;
      }
    }
    if (found.size() != 1) {
      throw new AssertionError("Not one message but " + found.size());
    }
    return found.get(0);
  }

  /** How often it was asked while it had too many. */
  public int refused() {
    return refused.get();
  }

  /** How many messages hang, or hung. */
  public int hanging() {
    return hanging.get();
  }

  /** From now on each answer takes so long. */
  public void think(Duration time) {
    thinking = time;
  }

  /** From now on takes connections and requests, and answers none. */
  public void hang() {
    silence = new CountDownLatch(1);
  }

  /** From now on has too many, or not. */
  public void beBusy(boolean busy) {
    isBusy = busy;
  }

  /** Reports on a message; the answer's status. */
  public static int report(Sms sms, String state) {
    return Api.send(
            HttpRequest.newBuilder(URI.create(sms.report()))
                .timeout(REPORT)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"state\":\"" + state + "\",\"error\":\"000\"}")))
        .status();
  }

  /** Dies: whoever is being answered is cut off, and nobody can connect. */
  @Override
  public void close() {
    server.stop(0);
    silence.countDown();
    threads.shutdownNow();
  }

  @Override
  public String toString() {
    return "FakeGateway("
        + taken.stream().collect(Collectors.groupingBy(Sms::mobile)).size()
        + " mobiles)";
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (silence.getCount() > 0) {
      hanging.incrementAndGet();
      await(silence);
      exchange.close();
      return;
    }
    if (isBusy) {
      refused.incrementAndGet();
      exchange.getResponseHeaders().add("Retry-After", "1");
      answer(exchange, 429, "{}");
      return;
    }
    sleep(thinking.toMillis());
    JsonNode message = Json.read(new String(body, StandardCharsets.UTF_8));
    long number = message.path("number").asLong();
    taken.add(
        new Sms(
            number,
            message.path("to").asText(),
            message.path("text").asText(),
            message.path("report").asText(),
            System.nanoTime()));
    answer(exchange, 200, "{\"id\":\"m" + number + "\"}");
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static String digits(String mobile) {
    return mobile.replace("+", "");
  }

  private static void pause() {
    sleep(PAUSE_MILLIS);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
