package org.kycvs.notification.control.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.DeliveryReport.State;
import org.kycvs.notification.entity.HttpReportRule;

class ReportReaderTest {
  /** Kannel's dlr-url, as its Debian package 1.4.5 calls it. */
  @ParameterizedTest
  @CsvSource({"1, DELIVERED", "2, UNDELIVERED", "16, UNDELIVERED", "8, ", "4, ", "'', "})
  void read_kannel(String type, State state) {
    assertEquals(
        Optional.ofNullable(state).map(one -> new DeliveryReport(one, Optional.of("ACK/"))),
        ReportReader.read(
            ready("kannel", "base", "https://sms.example"),
            Map.of("state", type, "error", "ACK/"),
            ""));
  }

  /** Infobip's delivery report, by its documentation of SMS delivery reports by webhook. */
  @ParameterizedTest
  @CsvSource({
    "DELIVERED, DELIVERED",
    "UNDELIVERABLE, UNDELIVERED",
    "EXPIRED, UNDELIVERED",
    "PENDING, "
  })
  void read_infobip(String group, State state) {
    String body =
        """
        {"results":[{"bulkId":"BULK-ID","messageId":"7","to":"919876543210","sentAt":"2026-11-22T10:00:00.000+0000",
          "doneAt":"2026-11-22T10:00:01.000+0000","smsCount":1,"price":{"pricePerMessage":0.01,"currency":"EUR"},
          "status":{"groupId":3,"groupName":"%s","id":5,"name":"X","description":"Y"},
          "error":{"groupId":0,"groupName":"Ok","id":0,"name":"NO_ERROR","description":"No Error","permanent":false}}]}
        """
            .formatted(group);
    assertEquals(
        Optional.ofNullable(state).map(one -> new DeliveryReport(one, Optional.of("NO_ERROR"))),
        ReportReader.read(ready("infobip", "base", "https://x.api.infobip.com"), Map.of(), body));
  }

  /** Vonage's delivery receipt, by its documentation, as JSON. */
  @ParameterizedTest
  @CsvSource({
    "delivered, DELIVERED",
    "failed, UNDELIVERED",
    "rejected, UNDELIVERED",
    "expired, UNDELIVERED",
    "accepted, ",
    "buffered, ",
    "unknown, "
  })
  void read_vonage(String status, State state) {
    String body =
        """
        {"msisdn":"919876543210","to":"KYCVS","network-code":"40401","messageId":"0A0000001234567B",
         "price":"0.03330000","status":"%s","scts":"2611221000","err-code":"0",
         "message-timestamp":"2026-11-22 10:00:01"}
        """
            .formatted(status);
    assertEquals(
        Optional.ofNullable(state).map(one -> new DeliveryReport(one, Optional.of("0"))),
        ReportReader.read(ready("vonage"), Map.of(), body));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "state=1; DELIVERED",
        "a=2&state=1&state=2; DELIVERED",
        "st%61te=%31; DELIVERED",
        "state=2; UNDELIVERED",
        "state=%zz; ",
        "state; ",
        "=1; ",
        "&&; ",
      })
  void read_form(String body, State state) {
    HttpReportRule rule = own("form:state", "form:error");
    assertEquals(
        Optional.ofNullable(state),
        ReportReader.read(rule, Map.of(), body).map(DeliveryReport::state));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"state\":1}; DELIVERED",
        "{\"state\":true}; ",
        "{}; ",
        "[]; ",
        "{; ",
        "1; ",
        "nul; "
      })
  void read_json(String body, State state) {
    HttpReportRule rule = own("json:/state", "json:/error");
    assertEquals(
        Optional.ofNullable(state),
        ReportReader.read(rule, Map.of(), body).map(DeliveryReport::state));
  }

  @Test
  void read_jsonNestedDeeply_isNoReport() {
    HttpReportRule rule = own("json:/state", "json:/error");
    assertEquals(Optional.empty(), ReportReader.read(rule, Map.of(), "[".repeat(16_000)));
    assertEquals(
        Optional.empty(), ReportReader.read(rule, Map.of(), "[".repeat(8_000) + "]".repeat(8_000)));
  }

  @Test
  void read_error_isShortAndPlain() {
    HttpReportRule rule = own("query:state", "query:error");
    assertEquals(
        Optional.of(new DeliveryReport(State.DELIVERED, Optional.of("a b??" + "x".repeat(35)))),
        ReportReader.read(
            rule, Map.of("state", "1", "error", "\u0000a\nb\uD83Dह" + "x".repeat(100)), ""));
    assertEquals(
        Optional.of(new DeliveryReport(State.DELIVERED, Optional.empty())),
        ReportReader.read(rule, Map.of("state", "1", "error", " \n "), ""));
    assertEquals(
        Optional.of(new DeliveryReport(State.DELIVERED, Optional.empty())),
        ReportReader.read(rule, Map.of("state", "1"), ""));
  }

  private static HttpReportRule own(String state, String error) {
    Map<String, String> own = new HashMap<>();
    own.put("kind", "http");
    own.put("url", "https://sms.example");
    own.put("report-state", state);
    own.put("report-delivered", "1");
    own.put("report-undelivered", "2");
    own.put("report-error", error);
    return Gateways.settings(own).reports().orElseThrow();
  }

  private static HttpReportRule ready(String kind, String... own) {
    Map<String, String> settings = new HashMap<>(Map.of("kind", kind));
    for (int i = 0; i < own.length; i += 2) {
      settings.put(own[i], own[i + 1]);
    }
    return Gateways.settings(settings).reports().orElseThrow();
  }
}
