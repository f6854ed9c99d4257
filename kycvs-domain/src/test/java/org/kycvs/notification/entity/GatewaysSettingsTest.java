package org.kycvs.notification.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kycvs.shared.settings.Environment;
import org.kycvs.shared.settings.SettingException;
import org.kycvs.shared.settings.Settings;

class GatewaysSettingsTest {
  private static final String A = "kycvs.sms.gateway.a.";

  private final Map<String, String> values = new HashMap<>();

  @Test
  void from_nothingSet_isTheInboxInDevelopmentAndNoneInProduction() {
    List<GatewaySettings> development = read(Environment.DEVELOPMENT).gateways();
    assertEquals(1, development.size());
    assertInstanceOf(GatewayConnection.Inbox.class, development.get(0).connection());
    assertFalse(read(Environment.DEVELOPMENT).reachPeople());
    assertEquals(List.of(), read(Environment.PRODUCTION).gateways());
  }

  @Test
  void from_leastOfAnHttpGateway_hasTheDefaults() {
    http();
    GatewaySettings gateway = read(Environment.PRODUCTION).gateways().get(0);
    assertEquals("a", gateway.name());
    assertEquals(1, gateway.priority());
    assertEquals(1, gateway.share());
    assertEquals(OptionalInt.empty(), gateway.perSecond());
    assertEquals(Duration.ofSeconds(5), gateway.slow());
    assertEquals(Duration.ZERO, gateway.sendAgainAfter());
    HttpGatewaySettings http = (HttpGatewaySettings) gateway.connection();
    assertEquals("POST", http.method());
    assertEquals(Duration.ofSeconds(10), http.timeout());
    assertEquals(Optional.empty(), http.reports());
    assertTrue(http.answer().successStatus().matcher("204").matches());
    assertTrue(http.answer().throttledStatus().matcher("429").matches());
  }

  @Test
  void from_everythingSet_isAsSet(@TempDir Path folder) throws IOException {
    http();
    values.put("kycvs.sms.gateways", " b , a ");
    values.put("kycvs.sms.gateway.b.kind", "inbox");
    values.put(A + "priority", "9");
    values.put(A + "share", "100");
    values.put(A + "per-second", "50");
    values.put(A + "slow", "PT0.1S");
    values.put(A + "send-again-after", "PT4M");
    values.put(A + "timeout", "PT15S");
    values.put(A + "user", "me");
    values.put(
        A + "password-file", Files.writeString(folder.resolve("secret"), "geheim\n").toString());
    values.put(A + "headers", "Content-Type: text/plain; charset=UTF-8 | X-Time: 10:30");
    List<GatewaySettings> gateways = read(Environment.DEVELOPMENT).gateways();
    assertEquals(List.of("b", "a"), gateways.stream().map(GatewaySettings::name).toList());
    GatewaySettings a = gateways.get(1);
    assertEquals(9, a.priority());
    assertEquals(100, a.share());
    assertEquals(OptionalInt.of(50), a.perSecond());
    assertEquals(Duration.ofMillis(100), a.slow());
    assertEquals(Duration.ofMinutes(4), a.sendAgainAfter());
    HttpGatewaySettings http = (HttpGatewaySettings) a.connection();
    assertEquals("geheim", http.password());
    assertEquals(
        Map.of("Content-Type", "text/plain; charset=UTF-8", "X-Time", "10:30"), http.headers());
    assertFalse(a.toString().contains("geheim"), a::toString);
    assertTrue(read(Environment.DEVELOPMENT).reachPeople());
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000/send, true",
    "http://localhost/send, true",
    "https://sms.example/send, false",
  })
  void isLocal_onLoopbackOnly(String url, boolean local) {
    http();
    values.put(A + "url", url);
    assertEquals(local, read(Environment.PRODUCTION).gateways().get(0).connection().isLocal());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,", "a,a", "A", "1a", "a_b", "a b", ",", "abcdefghijklmnopqrstu"})
  void from_names_notAsTheyShouldBe_areRefused(String names) {
    http();
    values.put("kycvs.sms.gateways", names);
    assertRefused("kycvs.sms.gateways");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "kind; carrier-pigeon",
        "kind; ",
        "priority; 0",
        "priority; 10",
        "share; 0",
        "share; 101",
        "per-second; 10001",
        "per-second; -1",
        "slow; PT0.099S",
        "slow; PT61S",
        "slow; 5",
        "send-again-after; PT4.9S",
        "send-again-after; PT5M",
        "timeout; PT0.9S",
        "timeout; PT15.1S",
        "method; PUT",
        "url; http://sms.example/send",
        "url; ftp://sms.example/send",
        "url; /send",
        "url; https://{user}.example/send",
        "url; https://sms.example:{user}/send",
        "url; not a url",
        "headers; Content-Type",
        "headers; X-A: 1 | : 2",
        "headers; X A: 1",
        "success-status; 2[",
        "success-body; (",
        "rejected-status; *",
        "rejected-body; [",
        "throttled-status; ?",
        "throttled-body; )",
        "message-id; no group",
        "message-id; (",
        "password; geheim",
        "password-file; /no/such/file",
        "report-state; body:state",
        "report-state; json:state",
        "report-state; query:",
        "report-error; state",
      })
  void from_wrongValue_isToldInOneLineWithItsName(String name, String value) {
    http();
    values.put(A + name, value == null ? "" : value);
    values.putIfAbsent(A + "report-state", "query:state");
    values.put(A + "report-delivered", "1");
    values.put(A + "report-undelivered", "2");
    assertRefused(A + name);
  }

  @Test
  void from_reportsWithoutTheirStates_isRefused() {
    http();
    values.put(A + "report-state", "query:state");
    assertRefused(A + "report-delivered");
    values.put(A + "report-delivered", "1");
    assertRefused(A + "report-undelivered");
  }

  @ParameterizedTest
  @CsvSource({"kannel, http://sms.example", "kannel, ''", "infobip, ''", "infobip, 'https:'"})
  void from_readySettingsWithAWrongBase_isRefused(String kind, String base) {
    values.put("kycvs.sms.gateways", "a");
    values.put(A + "kind", kind);
    values.put(A + "base", base);
    assertRefused(A + "base", A + "url");
  }

  @Test
  void from_readySettings_ownValuesCount() {
    values.put("kycvs.sms.gateways", "a");
    values.put(A + "kind", "kannel");
    values.put(A + "base", "http://127.0.0.1:13013");
    values.put(A + "report-delivered", "1|8");
    HttpGatewaySettings http =
        (HttpGatewaySettings) read(Environment.PRODUCTION).gateways().get(0).connection();
    assertEquals("1|8", http.reports().orElseThrow().delivered().pattern());
    assertEquals("2|16", http.reports().orElseThrow().undelivered().pattern());
    assertEquals("kannel", http.kind());
  }

  @Test
  void from_inboxInProduction_isRefused() {
    values.put("kycvs.sms.gateways", "a");
    values.put(A + "kind", "inbox");
    String said = told(() -> read(Environment.PRODUCTION));
    assertTrue(said.contains(A + "kind"), said);
  }

  @Test
  void reportBase_isTheIssuerUnlessSet() {
    assertEquals("http://localhost:8080", ReportSettings.from(settings()).base());
    values.put("kycvs.issuer", "https://kycvs.example");
    assertEquals("https://kycvs.example", ReportSettings.from(settings()).base());
    values.put("kycvs.sms.report-base", "http://[::1]:8080/inner/");
    assertEquals("http://[::1]:8080/inner", ReportSettings.from(settings()).base());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kycvs.example", "ftp://kycvs.example", "https://a b", "https://a/?x=1"})
  void reportBase_noUrl_isRefused(String base) {
    values.put("kycvs.sms.report-base", base);
    String said = told(() -> ReportSettings.from(settings()));
    assertTrue(said.contains("kycvs.sms.report-base"), said);
    assertFalse(said.contains("\n"), said);
  }

  private void http() {
    values.put("kycvs.sms.gateways", "a");
    values.put(A + "kind", "http");
    values.put(A + "url", "https://sms.example/send?to={mobile}");
  }

  private void assertRefused(String... names) {
    String said = told(() -> read(Environment.DEVELOPMENT));
    assertTrue(List.of(names).stream().anyMatch(said::contains), said);
    assertFalse(said.contains("\n"), said);
    assertFalse(said.contains("geheim"), said);
  }

  private static String told(Executable start) {
    return String.valueOf(assertThrows(SettingException.class, start).getMessage());
  }

  private GatewaysSettings read(Environment environment) {
    return GatewaysSettings.from(settings(), environment);
  }

  private Settings settings() {
    return Settings.of(name -> Optional.ofNullable(values.get(name)));
  }
}
