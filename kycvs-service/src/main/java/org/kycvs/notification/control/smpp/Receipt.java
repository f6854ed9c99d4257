package org.kycvs.notification.control.smpp;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kycvs.notification.entity.DeliveryReport;
import org.kycvs.notification.entity.DeliveryReport.State;

/**
 * What a delivery receipt says (SMPP 3.4, appendix B, and the optional parameters of 5.3.2.12 and
 * 5.3.2.35). Gateways write the text in many ways, so what is missing or in another case is no
 * error.
 *
 * @param messageId the gateway's id of the message, as it is in the receipt
 * @param report what became of the message; empty if that is not known for good yet
 */
record Receipt(Optional<String> messageId, Optional<DeliveryReport> report) {
  private static final Pattern ID = field("id", "([\\x21-\\x7E]{1,65})");
  private static final Pattern STATE = field("stat", "([A-Z]{1,20})");
  private static final Pattern ERROR = field("err", "([0-9A-Z]{1,40})");

  /** Behind it stands what the person reads: nothing there is looked at. */
  private static final Pattern QUOTED = Pattern.compile("\\btext:", Pattern.CASE_INSENSITIVE);

  private static final Pattern NO_ERROR = Pattern.compile("0+");
  private static final int LONGEST = 1000;

  /**
   * Reads one. Optional parameters, where they are, count more than the text.
   *
   * @param id {@code receipted_message_id}
   * @param state {@code message_state}
   * @param text {@code short_message} in any form
   */
  static Receipt of(Optional<String> id, OptionalInt state, String text) {
    String fields = withoutQuoted(text);
    Optional<State> known =
        state.isPresent()
            ? ofNumber(state.getAsInt())
            : find(STATE, fields).flatMap(Receipt::ofWord);
    Optional<String> error = find(ERROR, fields).filter(code -> !NO_ERROR.matcher(code).matches());
    return new Receipt(
        id.filter(found -> !found.isEmpty()).or(() -> find(ID, fields)),
        known.map(found -> new DeliveryReport(found, error)));
  }

  /** The states of SMPP 3.4, 5.2.28. */
  private static Optional<State> ofNumber(int state) {
    return switch (state) {
      case 2 -> Optional.of(State.DELIVERED);
      case 3, 4, 5, 8 -> Optional.of(State.UNDELIVERED);
      default -> Optional.empty();
    };
  }

  /** The words of appendix B, of which some gateways write more letters than seven. */
  private static Optional<State> ofWord(String word) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (upper.startsWith("DELIV")) {
      return Optional.of(State.DELIVERED);
    }
    return upper.startsWith("EXPIR")
            || upper.startsWith("DELET")
            || upper.startsWith("UNDEL")
            || upper.startsWith("REJEC")
        ? Optional.of(State.UNDELIVERED)
        : Optional.empty();
  }

  private static String withoutQuoted(String text) {
    Matcher quoted = QUOTED.matcher(text);
    String fields = quoted.find() ? text.substring(0, quoted.start()) : text;
    return fields.length() > LONGEST ? fields.substring(0, LONGEST) : fields;
  }

  private static Pattern field(String name, String value) {
    return Pattern.compile("(?:^|\\s)" + name + "\\s*:\\s*" + value, Pattern.CASE_INSENSITIVE);
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
