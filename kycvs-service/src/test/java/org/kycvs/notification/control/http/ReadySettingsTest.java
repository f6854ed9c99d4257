package org.kycvs.notification.control.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.notification.entity.Dlt;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;

/** What the ready settings send, to the byte, and how they read the gateways' own answers. */
class ReadySettingsTest {
  private static final String REPORT = "https://kycvs.example/sms-reports/a/7/" + token();
  private static final Set<String> NOT_OURS = Set.of("host", "user-agent", "connection");

  @TempDir Path folder;

  /** What a server reads of a request. */
  private record Request(String first, Set<String> headers, String body) {}

  @Test
  void kannel_english_isInHeadersAndBody() throws IOException {
    assertEquals(
        new Request(
            "POST /cgi-bin/sendsms HTTP/1.1",
            kannelHeaders("0", Gateways.ENGLISH),
            Gateways.ENGLISH),
        sent("kannel", Gateways.message(Gateways.ENGLISH, Gateways.DLT)));
  }

  @Test
  void kannel_hindi_saysItsCoding() throws IOException {
    assertEquals(
        new Request(
            "POST /cgi-bin/sendsms HTTP/1.1", kannelHeaders("2", Gateways.HINDI), Gateways.HINDI),
        sent("kannel", Gateways.message(Gateways.HINDI, Gateways.DLT)));
  }

  @Test
  void infobip_english_hasTheIdsOfIndia() throws IOException {
    Request request = sent("infobip", Gateways.message(Gateways.ENGLISH, Gateways.DLT));
    assertEquals("POST /sms/2/text/advanced HTTP/1.1", request.first());
    assertEquals(
        new TreeSet<>(
            Set.of(
                "accept: application/json",
                "authorization: App geheim",
                "content-length: " + request.body().getBytes(StandardCharsets.UTF_8).length,
                "content-type: application/json; charset=UTF-8")),
        request.headers());
    assertEquals(
        "{\"messages\":[{\"from\":\"KYCVS\",\"destinations\":[{\"to\":\"919876543210\","
            + "\"messageId\":\"7\"}],\"text\":\"482913 is your \\\"code\\\" & more {text} [é]\","
            + "\"regional\":{\"indiaDlt\":{\"contentTemplateId\":\"1107\",\"principalEntityId\":\"1101\"}},"
            + "\"notifyUrl\":\""
            + REPORT
            + "\",\"notifyContentType\":\"application/json\"}]}",
        request.body());
  }

  @Test
  void infobip_hindiWithoutIds_leavesThemOut() throws IOException {
    assertEquals(
        "{\"messages\":[{\"destinations\":[{\"to\":\"919876543210\",\"messageId\":\"7\"}],"
            + "\"text\":\"आपका कोड 482913 है\",\"notifyUrl\":\""
            + REPORT
            + "\",\"notifyContentType\":\"application/json\"}]}",
        sent("infobip", Gateways.message(Gateways.HINDI, Dlt.NONE)).body());
  }

  @Test
  void vonage_english_isAForm() throws IOException {
    Request request = sent("vonage", Gateways.message(Gateways.ENGLISH, Gateways.DLT));
    assertEquals("POST /sms/json HTTP/1.1", request.first());
    assertEquals(
        "api_key=me&api_secret=geheim&from=KYCVS&to=919876543210&text=482913%20is%20your%20%22code%22"
            + "%20%26%20more%20%7Btext%7D%20%5B%C3%A9%5D&type=text&entity-id=1101&content-id=1107"
            + "&client-ref=7&callback="
            + encoded(REPORT),
        request.body());
  }

  @Test
  void vonage_hindiWithoutIds_leavesThemOut() throws IOException {
    assertEquals(
        "api_key=me&api_secret=geheim&to=919876543210&text="
            + encoded(Gateways.HINDI)
            + "&type=unicode&client-ref=7&callback="
            + encoded(REPORT),
        sent("vonage", Gateways.message(Gateways.HINDI, Dlt.NONE)).body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "kannel; 202 Accepted; 0: Accepted for delivery; Accepted[messageId=Optional.empty]",
        "kannel; 202 Accepted; 3: Queued for later delivery; Accepted[messageId=Optional.empty]",
        "kannel; 403 Forbidden; Authorization failed for sendsms; NotSent[reason=It answered HTTP 403]",
        "kannel; 400 Bad Request; Missing receiver number, rejected; Rejected[reason=It answered HTTP 400]",
        "kannel; 503 Service Unavailable; Temporal failure, try again later.; NotSent[reason=It answered HTTP 503]",
        "infobip; 200 OK; {\"messages\":[{\"to\":\"919876543210\",\"status\":{\"groupId\":1,\"groupName\":\"PENDING\",\"id\":26,\"name\":\"PENDING_ACCEPTED\",\"description\":\"Message sent to next instance\"},\"messageId\":\"7\"}]}; Accepted[messageId=Optional[7]]",
        "infobip; 200 OK; {\"messages\":[{\"to\":\"919876543210\",\"status\":{\"groupId\":5,\"groupName\":\"REJECTED\",\"id\":6,\"name\":\"REJECTED_NETWORK\"},\"messageId\":\"7\"}]}; Rejected[reason=It answered HTTP 200]",
        "infobip; 401 Unauthorized; {\"requestError\":{\"serviceException\":{\"messageId\":\"UNAUTHORIZED\",\"text\":\"Invalid login details\"}}}; NotSent[reason=It answered HTTP 401]",
        "infobip; 429 Too Many Requests; {}; Throttled[pause=PT1S]",
        "vonage; 200 OK; {\"message-count\":\"1\",\"messages\":[{\"to\":\"919876543210\",\"message-id\":\"0A0000000123ABCD1\",\"status\":\"0\",\"remaining-balance\":\"3.14159265\"}]}; Accepted[messageId=Optional[0A0000000123ABCD1]]",
        "vonage; 200 OK; {\"message-count\":\"1\",\"messages\":[{\"status\":\"1\",\"error-text\":\"Throughput Rate Exceeded\"}]}; Throttled[pause=PT1S]",
        "vonage; 200 OK; {\"message-count\":\"1\",\"messages\":[{\"status\":\"4\",\"error-text\":\"Bad Credentials\"}]}; NotSent[reason=It answered HTTP 200, but not as a taken message]",
        "vonage; 200 OK; {\"message-count\":\"1\",\"messages\":[{\"status\":\"7\",\"error-text\":\"Number barred.\"}]}; Rejected[reason=It answered HTTP 200]",
      })
  void answers(String kind, String status, String body, String expected) throws IOException {
    try (RawServer server = RawServer.saying(status, "", body);
        HttpGateway gateway = Gateways.of(settings(kind, server.url()))) {
      assertEquals(
          expected, gateway.submit(7, Gateways.message(Gateways.ENGLISH, Gateways.DLT)).toString());
    }
  }

  private Request sent(String kind, SmsMessage message) throws IOException {
    try (RawServer server = RawServer.saying("200 OK", "", "");
        HttpGateway gateway = Gateways.of(settings(kind, server.url()))) {
      Submission unused = gateway.submit(7, message);
      List<String> parts = List.of(server.requests().get(0).split("\r\n\r\n", 2));
      List<String> head = parts.get(0).lines().toList();
      Set<String> headers = new TreeSet<>();
      head.subList(1, head.size()).stream()
          .map(line -> line.split(": ", 2))
          .filter(header -> !NOT_OURS.contains(header[0].toLowerCase(Locale.ROOT)))
          .forEach(header -> headers.add(header[0].toLowerCase(Locale.ROOT) + ": " + header[1]));
      return new Request(head.get(0), headers, parts.get(1));
    }
  }

  private Map<String, String> settings(String kind, String url) throws IOException {
    Map<String, String> own = new HashMap<>();
    own.put("kind", kind);
    own.put("user", "me");
    own.put("password-file", Files.writeString(folder.resolve("secret"), "geheim\n").toString());
    own.put(
        kind.equals("vonage") ? "url" : "base", kind.equals("vonage") ? url + "/sms/json" : url);
    return own;
  }

  private static Set<String> kannelHeaders(String coding, String text) {
    return new TreeSet<>(
        Arrays.asList(
            "content-type: text/plain; charset=UTF-8",
            "content-length: " + text.getBytes(StandardCharsets.UTF_8).length,
            "x-kannel-username: me",
            "x-kannel-password: geheim",
            "x-kannel-from: KYCVS",
            "x-kannel-to: +919876543210",
            "x-kannel-coding: " + coding,
            "x-kannel-dlr-mask: 19",
            "x-kannel-dlr-url: " + REPORT + "?state=%d&error=%A"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String token() {
    String address = Gateways.REPORTS.of("a", 7);
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
