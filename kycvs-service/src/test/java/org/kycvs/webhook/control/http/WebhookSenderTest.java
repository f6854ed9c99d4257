package org.kycvs.webhook.control.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.testing.Receiver;
import org.kycvs.webhook.control.http.Sent.Outcome;
import org.kycvs.webhook.entity.WebhookAttempt;
import org.kycvs.webhook.entity.WebhookTarget;

/** Where requests go, how long they take, and what is made of the answers. */
class WebhookSenderTest {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration SLACK = Duration.ofSeconds(8);
  private static final String PASSWORD = "only-for-this-test";
  private static final String NAME = "hooks.example";
  private static final Map<String, String> HEADERS = Map.of("webhook-id", "evt_1");

  private static KeyStore identity;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
  private final Receiver receiver = Receiver.start();

  @BeforeAll
  static void makeIdentity() throws IOException, InterruptedException, GeneralSecurityException {
    Path store = Files.createTempDirectory("webhooks").resolve("made.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "made",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + NAME,
                "-ext",
                "SAN=DNS:" + NAME,
                "-validity",
                "2")
            .inheritIO()
            .start();
    assertEquals(0, keytool.waitFor());
    identity = KeyStore.getInstance("PKCS12");
    try (InputStream input = Files.newInputStream(store)) {
      identity.load(input, PASSWORD.toCharArray());
    }
    Files.delete(store);
  }

  @AfterEach
  void end() {
    receiver.close();
    threads.shutdownNow();
    timer.shutdownNow();
  }

  @Test
  void post_taken_isWhatTheReceiverGot() {
    Sent sent = loopback().post(target(receiver), HEADERS, "{\"ä\":1}");

    assertEquals(Outcome.DELIVERED, sent.outcome());
    assertEquals(Optional.empty(), sent.error());
    Receiver.Request got = receiver.requests().get(0);
    assertEquals("POST /hooks?from=kycvs HTTP/1.1", got.line());
    assertEquals("{\"ä\":1}", got.body());
    assertEquals("8", got.headers().get("content-length"));
    assertEquals("evt_1", got.headers().get("webhook-id"));
    assertEquals("127.0.0.1:" + receiver.port(), got.headers().get("host"));
    assertEquals(
        List.of("connection", "content-length", "content-type", "host", "user-agent", "webhook-id"),
        List.copyOf(got.headers().keySet()));
    for (String line : sent.headers().split("\n", -1)) {
      assertEquals(
          line.substring(line.indexOf(' ') + 1),
          got.headers()
              .get(line.substring(0, line.indexOf(':')).toLowerCase(java.util.Locale.ROOT)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "10.0.0.1",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::1",
        "224.0.0.1"
      })
  void post_nameOfAPrivateAddress_isRefusedAndNobodyIsCalled(String address) {
    Sent sent = strict(of(address)).post(named(receiver.port()), HEADERS, "{}");

    assertEquals(Outcome.NOT_PUBLIC, sent.outcome());
    assertFalse(sent.error().orElseThrow().contains(address), "it tells our networks");
    assertEquals(List.of(), receiver.requests());
  }

  @Test
  void post_privateAddressInNumbers_isRefusedToo() {
    Sent sent = strict(AddressLookUp.ofThisMachine()).post(target(receiver), HEADERS, "{}");

    assertEquals(Outcome.NOT_PUBLIC, sent.outcome());
    assertEquals(List.of(), receiver.requests());
  }

  @Test
  void post_oneAddressOfSeveralIsPrivate_isRefused() {
    Sent sent =
        strict(of("93.184.216.34", "127.0.0.1")).post(named(receiver.port()), HEADERS, "{}");

    assertEquals(Outcome.NOT_PUBLIC, sent.outcome());
    assertEquals(List.of(), receiver.requests());
  }

  @Test
  void post_nameThatIsReboundAfterTheCheck_isLookedUpOnceAndNeverAgain() {
    AtomicInteger times = new AtomicInteger();
    // What a hostile name server does: a public address first, ours from then on.
    AddressLookUp rebinding =
        host -> of(times.getAndIncrement() == 0 ? "192.0.0.9" : "127.0.0.1").of(host);
    AddressLookUp publicFirst =
        host -> of(times.getAndIncrement() == 0 ? "93.184.216.34" : "127.0.0.1").of(host);

    assertEquals(
        Outcome.NOT_PUBLIC,
        strict(rebinding).post(named(receiver.port()), HEADERS, "{}").outcome());
    assertEquals(1, times.get());
    times.set(0);
    WebhookSender sender = strict(publicFirst);
    Sent first = sender.post(named(receiver.port()), HEADERS, "{}");
    assertEquals(1, times.get(), "what was checked is what is connected to");
    assertTrue(
        first.outcome() == Outcome.TIMED_OUT || first.outcome() == Outcome.UNREACHABLE,
        first.toString());
    assertEquals(Outcome.NOT_PUBLIC, sender.post(named(receiver.port()), HEADERS, "{}").outcome());
    assertEquals(List.of(), receiver.requests());
  }

  @Test
  void post_redirect_isNotFollowed() {
    try (Receiver elsewhere = Receiver.start()) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        receiver.with(Receiver.answering(status, "Location: " + elsewhere.url()));
        Sent sent = loopback().post(target(receiver), HEADERS, "{}");
        assertEquals(Outcome.REFUSED, sent.outcome());
        assertTrue(sent.error().orElseThrow().contains("Redirects"), sent.toString());
      }
      assertEquals(List.of(), elsewhere.requests());
    }
  }

  @Test
  void post_receiverHangs_endsInTime() {
    assertTimesOut(receiver.with(Receiver.hanging()));
  }

  @Test
  void post_receiverDripsHeaders_endsInTime() {
    assertTimesOut(receiver.with(Receiver.dripping()));
  }

  @Test
  void post_receiverDripsABody_endsInTime() {
    receiver.with(
        (request, out) -> {
          out.write("HTTP/1.1 200 x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 300; i++) {
            out.write('a');
            out.flush();
            Thread.sleep(50);
          }
        });
    assertTimesOut(receiver);
  }

  @Test
  void post_nameServerHangs_endsInTime() {
    WebhookSender sender =
        strict(
            host -> {
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            });
    assertTimesOut(sender, named(receiver.port()));
  }

  @Test
  void post_nobodyShakesHands_endsInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertTimesOut(loopback(), WebhookTarget.of("https://localhost:" + silent.getLocalPort()));
    }
  }

  @Test
  void post_endlessAnswer_isReadToFourKibibytes() {
    receiver.with(Receiver.raw("HTTP/1.1 200 x\r\n\r\n" + "b".repeat(5_000_000)));

    WebhookAttempt.Answer answer =
        loopback().post(target(receiver), HEADERS, "{}").answer().orElseThrow();

    assertEquals(4_096, answer.body().length);
  }

  @Test
  void post_packedAnswer_isNotUnpacked() {
    receiver.with(
        Receiver.raw("HTTP/1.1 200 x\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"));

    WebhookAttempt.Answer answer =
        loopback().post(target(receiver), HEADERS, "{}").answer().orElseThrow();

    assertEquals("abc", new String(answer.body(), StandardCharsets.US_ASCII));
    assertTrue(answer.headers().contains("Content-Encoding: gzip"), answer.headers());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1 200 x\r\nA"})
  void post_noHttp_isAFailureInWords(String answer) {
    receiver.with(Receiver.raw(answer));

    Sent sent = loopback().post(target(receiver), HEADERS, "{}");

    assertEquals(Outcome.UNREACHABLE, sent.outcome());
    assertFalse(sent.error().orElseThrow().contains("Exception"), sent.toString());
  }

  @Test
  void post_headersWithoutEnd_areNotRead() {
    receiver.with(Receiver.raw("HTTP/1.1 200 x\r\n" + "A: b\r\n".repeat(100_000)));
    assertEquals(Outcome.UNREACHABLE, loopback().post(target(receiver), HEADERS, "{}").outcome());
    receiver.with(Receiver.raw("HTTP/1.1 200 x\r\nA: " + "b".repeat(5_000_000)));
    assertEquals(Outcome.UNREACHABLE, loopback().post(target(receiver), HEADERS, "{}").outcome());
  }

  @Test
  void post_interimAnswers_areSkippedButNotForEver() {
    receiver.with(
        Receiver.raw("HTTP/1.1 103 x\r\n\r\nHTTP/1.1 202 x\r\nContent-Length: 0\r\n\r\n"));
    assertEquals(Outcome.DELIVERED, loopback().post(target(receiver), HEADERS, "{}").outcome());
    receiver.with(Receiver.raw("HTTP/1.1 103 x\r\n\r\n".repeat(1000)));
    assertEquals(Outcome.REFUSED, loopback().post(target(receiver), HEADERS, "{}").outcome());
  }

  @Test
  void post_overTls_wantsTheNameInTheCertificate() throws GeneralSecurityException, IOException {
    SSLContext tls = SSLContext.getInstance("TLS");
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(identity, PASSWORD.toCharArray());
    tls.init(keys.getKeyManagers(), null, null);
    SSLSocketFactory trusting = TrustedAuthorities.trusting(identity);
    try (Receiver secure =
        Receiver.start(
            tls.getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress()))) {
      WebhookSender sender = sender(of("127.0.0.1"), true, trusting);
      Sent right = sender.post(named(secure.port()), HEADERS, "{}");
      assertEquals(Outcome.DELIVERED, right.outcome(), right.toString());
      assertEquals(NAME + ":" + secure.port(), secure.requests().get(0).headers().get("host"));

      Sent otherName =
          sender.post(WebhookTarget.of("https://other.example:" + secure.port()), HEADERS, "{}");
      assertTrue(otherName.error().orElseThrow().startsWith("TLS failed"), otherName.toString());
      Sent unknown =
          sender(of("127.0.0.1"), true, TrustedAuthorities.sockets())
              .post(named(secure.port()), HEADERS, "{}");
      assertTrue(unknown.error().orElseThrow().startsWith("TLS failed"), unknown.toString());
      assertEquals(1, secure.requests().size());
    }
  }

  @Test
  void post_proxiesOfTheMachine_areNotAsked() {
    System.setProperty("socksProxyHost", "127.0.0.1");
    System.setProperty("socksProxyPort", "1");
    System.setProperty("http.proxyHost", "127.0.0.1");
    try {
      assertEquals(Outcome.DELIVERED, loopback().post(target(receiver), HEADERS, "{}").outcome());
    } finally {
      System.clearProperty("socksProxyHost");
      System.clearProperty("socksProxyPort");
      System.clearProperty("http.proxyHost");
    }
  }

  @Test
  void post_retryAfter_isTakenFrom429And503Only() {
    for (int status : new int[] {429, 503}) {
      receiver.with(Receiver.answering(status, "Retry-After: 120"));
      assertEquals(
          Optional.of(Duration.ofSeconds(120)),
          loopback().post(target(receiver), HEADERS, "{}").retryAfter());
    }
    receiver.with(Receiver.answering(500, "Retry-After: 120"));
    assertEquals(Optional.empty(), loopback().post(target(receiver), HEADERS, "{}").retryAfter());
    for (String nonsense : List.of("-5", "soon", "Sun, 06 Nov 1994 08:49:37 GMT")) {
      receiver.with(Receiver.answering(503, "Retry-After: " + nonsense));
      assertEquals(Optional.empty(), loopback().post(target(receiver), HEADERS, "{}").retryAfter());
    }
  }

  @Test
  void post_gone_isToldApart() {
    receiver.with(Receiver.answering(410));
    assertEquals(Outcome.GONE, loopback().post(target(receiver), HEADERS, "{}").outcome());
    receiver.with(Receiver.answering(404));
    assertEquals(Outcome.REFUSED, loopback().post(target(receiver), HEADERS, "{}").outcome());
  }

  @Test
  void post_nobodyThere_saysSo() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Sent sent = loopback().post(WebhookTarget.of("http://127.0.0.1:" + free + "/"), HEADERS, "{}");

    assertEquals(Outcome.UNREACHABLE, sent.outcome());
    assertEquals(Optional.of("Nobody accepts connections there."), sent.error());
  }

  private void assertTimesOut(Receiver slow) {
    assertTimesOut(loopback(), target(slow));
  }

  private static void assertTimesOut(WebhookSender sender, WebhookTarget target) {
    long began = System.nanoTime();
    Sent sent = sender.post(target, HEADERS, "{}");
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertEquals(Outcome.TIMED_OUT, sent.outcome(), sent.toString());
    assertTrue(took.compareTo(PATIENCE.plus(SLACK)) < 0, took.toString());
  }

  private WebhookSender loopback() {
    return sender(AddressLookUp.ofThisMachine(), true, TrustedAuthorities.sockets());
  }

  private WebhookSender strict(AddressLookUp lookUp) {
    return sender(lookUp, false, TrustedAuthorities.sockets());
  }

  private WebhookSender sender(AddressLookUp lookUp, boolean loopback, SSLSocketFactory tls) {
    return new WebhookSender(lookUp, loopback, tls, threads, timer, PATIENCE, Clock.systemUTC());
  }

  private AddressLookUp of(String... addresses) {
    return host -> {
      List<InetAddress> found = new ArrayList<>();
      for (String address : addresses) {
        found.add(InetAddress.getByName(address));
      }
      return found;
    };
  }

  private static WebhookTarget target(Receiver receiver) {
    return WebhookTarget.of(receiver.url());
  }

  private static WebhookTarget named(int port) {
    return WebhookTarget.of("https://" + NAME + ":" + port + "/hooks");
  }
}
