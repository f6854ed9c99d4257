package org.kycvs.notification.control.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.HttpReportRule;

/** Whatever a gateway sends is a report that can be kept, or none. */
class ReportReaderFuzzTest {
  private final List<HttpReportRule> rules =
      List.of(rule("query:s", "query:e"), rule("form:s", "form:e"), rule("json:/s", "json:/e/0"));

  @FuzzTest
  void read_anything_isAReportThatCanBeKeptOrNone(@NotNull String text) {
    for (HttpReportRule rule : rules) {
      assertKeepable(ReportReader.read(rule, Map.of("s", text, "e", text), text));
      assertKeepable(ReportReader.read(rule, Map.of("s", "1", "e", text), "s=1&e=" + text));
      assertKeepable(ReportReader.read(rule, Map.of(), "{\"s\":1,\"e\":[" + text + "]}"));
      assertKeepable(ReportReader.read(rule, Map.of(), "{\"s\":1,\"e\":[\"" + text + "\"]}"));
    }
  }

  private static void assertKeepable(Optional<DeliveryReport> report) {
    report
        .flatMap(DeliveryReport::error)
        .ifPresent(error -> assertTrue(error.matches("[ -~]{1,40}"), error));
  }

  private static HttpReportRule rule(String state, String error) {
    return Gateways.settings(
            Map.of(
                "kind", "http",
                "url", "https://sms.example",
                "report-state", state,
                "report-delivered", "1",
                "report-undelivered", ".*",
                "report-error", error))
        .reports()
        .orElseThrow();
  }
}
