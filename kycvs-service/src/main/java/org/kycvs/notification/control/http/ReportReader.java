package org.kycvs.notification.control.http;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.HttpReportRule;
import org.kycvs.notification.entity.HttpReportRule.Place;

/** Reads a report as the gateway's settings say. Whatever does not fit them is no report. */
public final class ReportReader {
  private static final int LONGEST_ERROR = 40;

  private ReportReader() {}

  /** The report; empty if its state is missing, or not final. */
  public static Optional<DeliveryReport> read(
      HttpReportRule rule, Map<String, String> query, String body) {
    return at(rule.state(), query, body)
        .flatMap(state -> state(rule, state))
        .map(
            state ->
                new DeliveryReport(
                    state,
                    rule.error()
                        .flatMap(place -> at(place, query, body))
                        .map(ReportReader::shortened)
                        .filter(error -> !error.isEmpty())));
  }

  private static Optional<DeliveryReport.State> state(HttpReportRule rule, String state) {
    if (rule.delivered().matcher(state).matches()) {
      return Optional.of(DeliveryReport.State.DELIVERED);
    }
    return rule.undelivered().matcher(state).matches()
        ? Optional.of(DeliveryReport.State.UNDELIVERED)
        : Optional.empty();
  }

  private static Optional<String> at(Place place, Map<String, String> query, String body) {
    return switch (place.part()) {
      case QUERY -> Optional.ofNullable(query.get(place.name()));
      case FORM -> inForm(place.name(), body);
      case JSON -> inJson(place.name(), body);
    };
  }

  private static Optional<String> inForm(String name, String body) {
    for (String field : body.split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0 && decoded(field.substring(0, equals)).equals(name)) {
        return Optional.of(decoded(field.substring(equals + 1)));
      }
    }
    return Optional.empty();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static Optional<String> inJson(String pointer, String body) {
    try (var reader = Json.createReader(new StringReader(body))) {
      JsonStructure whole = reader.read();
      JsonValue value = Json.createPointer(pointer).getValue(whole);
      return Optional.of(value instanceof JsonString text ? text.getString() : value.toString());
    } catch (RuntimeException e) {
      // Parsson refuses a text that is nested too deep with a plain RuntimeException.
      return Optional.empty();
    }
  }

  /** An operator's code is in ASCII; what is not may be half a character. */
  private static String shortened(String text) {
    String clean = text.replaceAll("\\p{Cntrl}", " ").replaceAll("[^ -~]", "?").strip();
    return clean.length() <= LONGEST_ERROR ? clean : clean.substring(0, LONGEST_ERROR);
  }
}
