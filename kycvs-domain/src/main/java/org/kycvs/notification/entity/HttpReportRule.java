package org.kycvs.notification.entity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kycvs.shared.settings.Settings;

/**
 * How an HTTP gateway's delivery reports are read. A place is {@code query:name}, {@code form:name}
 * or {@code json:/pointer} (RFC 6901).
 *
 * @param suffix what is added to the report's URL, with the gateway's own signs for what it is to
 *     fill in ({@code report-suffix})
 * @param state where the state stands ({@code report-state})
 * @param delivered the whole of the state of a delivered message ({@code report-delivered})
 * @param undelivered the whole of the state of one that will not be ({@code report-undelivered})
 * @param error where the operator's error code stands ({@code report-error})
 */
public record HttpReportRule(
    String suffix, Place state, Pattern delivered, Pattern undelivered, Optional<Place> error) {

  /** Kinds of places in a report. */
  public enum Part {
    /** A parameter of the URL. */
    QUERY,
    /** A field of a form in the body. */
    FORM,
    /** A value of JSON in the body. */
    JSON
  }

  /**
   * A place in a report.
   *
   * @param name the parameter's or field's name, or a JSON pointer
   */
  public record Place(Part part, String name) {}

  static Optional<HttpReportRule> from(Settings settings, String prefix) {
    Optional<Place> state = place(settings, prefix + "report-state");
    if (state.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new HttpReportRule(
            settings.text(prefix + "report-suffix", ""),
            state.get(),
            HttpAnswerRule.pattern(settings, prefix + "report-delivered")
                .orElseThrow(() -> needed(prefix + "report-delivered")),
            HttpAnswerRule.pattern(settings, prefix + "report-undelivered")
                .orElseThrow(() -> needed(prefix + "report-undelivered")),
            place(settings, prefix + "report-error")));
  }

  private static RuntimeException needed(String name) {
    return Settings.wrong(name, "", "a regular expression, since report-state is set");
  }

  private static Optional<Place> place(Settings settings, String name) {
    return settings.text(name).map(text -> place(name, text));
  }

  private static Place place(String name, String text) {
    int colon = text.indexOf(':');
    String rest = text.substring(colon + 1);
    if (colon > 0 && !rest.isEmpty()) {
      for (Part part : Part.values()) {
        if (part.name().equalsIgnoreCase(text.substring(0, colon))
            && (part != Part.JSON || rest.startsWith("/"))) {
          return new Place(part, rest);
        }
      }
    }
    throw Settings.wrong(name, text, "query:name, form:name or json:/pointer");
  }
}
