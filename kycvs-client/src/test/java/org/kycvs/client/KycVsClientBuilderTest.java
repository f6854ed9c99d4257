package org.kycvs.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and times that are taken, and what is said about the others. */
class KycVsClientBuilderTest {
  private static final ApiKey KEY = ApiKey.of(Samples.LIVE_KEY);

  @ParameterizedTest
  @CsvSource({
    "https://kycvs.example,https://kycvs.example",
    "https://kycvs.example:8443/proxied/,https://kycvs.example:8443/proxied",
    "http://localhost:8080/,http://localhost:8080",
    "http://127.0.0.1,http://127.0.0.1",
    "http://[::1]:80,http://[::1]:80"
  })
  void address_ofHttpsOrThisMachine_isTaken(String given, String used) {
    assertEquals(used, ServerAddress.of(URI.create(given), false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kycvs.example",
        "ftp://kycvs.example",
        "https:///api",
        "https://user@kycvs.example",
        "https://kycvs.example?x=1",
        "https://kycvs.example#x",
        "http://kycvs.example",
        "http://localhost.kycvs.example",
        "http://127.0.0.1.kycvs.example"
      })
  void address_ofAnythingElse_isRefused(String given) {
    assertThrows(IllegalArgumentException.class, () -> KycVsClient.of(URI.create(given), KEY));
  }

  @Test
  void address_ofPlainHttp_isTakenIfSaid() {
    URI plain = URI.create("http://kycvs.example");

    String message =
        assertThrows(IllegalArgumentException.class, () -> KycVsClient.of(plain, KEY)).toString();

    assertTrue(message.contains("insecurePlainHttp()"), message);
    assertEquals("http://kycvs.example", ServerAddress.of(plain, true));
  }

  @Test
  void times_outOfBoundsOrOrder_areNamed() {
    assertSays("connect", builder().connectTimeout(Duration.ZERO));
    assertSays("call", builder().callTimeout(Duration.ofHours(2)));
    assertSays("attempt", builder().attemptTimeout(Duration.ofSeconds(61)));
    assertSays("pause", builder().pauses(Duration.ofSeconds(31), Duration.ofSeconds(30)));
  }

  @Test
  void ownHttpClient_thatFollowsRedirects_isRefused() {
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    assertSays("redirects", builder().httpClient(following));
  }

  @Test
  void pauses_byDefault_doubleFromASecondToThirty() {
    assertEquals(Duration.ofMillis(500), Patience.USUAL.pauseAfter(1, 0.5));
    assertEquals(Duration.ofSeconds(1), Patience.USUAL.pauseAfter(2, 0.5));
    assertEquals(Duration.ofSeconds(15), Patience.USUAL.pauseAfter(6, 0.5));
    assertEquals(Duration.ofSeconds(15), Patience.USUAL.pauseAfter(60_000, 0.5));
    assertEquals(Duration.ZERO, Patience.USUAL.pauseAfter(6, 0));
  }

  @Test
  void pauses_askedFor_areNeverShorter() {
    Duration asked = Duration.ofSeconds(7);

    assertEquals(asked, Patience.USUAL.pauseAsked(asked, 0));
    assertEquals(Duration.ofMillis(7500), Patience.USUAL.pauseAsked(asked, 0.5));
  }

  private static KycVsClientBuilder builder() {
    return KycVsClient.builder(URI.create("https://kycvs.example"), KEY);
  }

  private static void assertSays(String word, KycVsClientBuilder builder) {
    String message = assertThrows(IllegalArgumentException.class, builder::build).toString();
    assertTrue(message.contains(word), message);
  }
}
