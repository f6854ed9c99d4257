package org.kycvs.notification.entity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.kycvs.shared.settings.Settings;

/**
 * How messages to a gateway are written.
 *
 * @param source the sender where a message has no header of its own
 * @param sourceTon type of the sender's number (SMPP 3.4, 5.2.5); if empty, what its form suggests
 * @param sourceNpi numbering plan of the sender's number (5.2.6), likewise
 * @param gsmDataCoding {@code data_coding} of texts in GSM's alphabet (5.2.19)
 * @param longMessages how parts say that they are parts
 * @param receipts which reports are asked for
 * @param messageIds how ids in reports differ from those in answers
 * @param tags where the ids of the registration go
 */
public record SmppForm(
    Optional<String> source,
    OptionalInt sourceTon,
    OptionalInt sourceNpi,
    int destinationTon,
    int destinationNpi,
    int gsmDataCoding,
    LongMessages longMessages,
    Receipts receipts,
    MessageIds messageIds,
    SmppTags tags) {
  private static final Pattern SOURCE = Pattern.compile("[\\x20-\\x7E]{1,20}");
  private static final int LAST_TON = 6;
  private static final List<Integer> PLANS = List.of(0, 1, 3, 4, 6, 8, 9, 10, 14, 18);
  private static final int LAST_CODING = 255;
  private static final int UNSET = -1;

  /** How parts of a message say that they are parts. */
  public enum LongMessages {
    /** By a header before each text (3GPP TS 23.040, 9.2.3.24.1): understood everywhere. */
    UDH,
    /** By the fields {@code sar_msg_ref_num}, {@code sar_total_segments} and its like. */
    SAR,
    /** Not at all: the whole in {@code message_payload}, and the gateway divides it. */
    PAYLOAD
  }

  /** Which delivery reports a gateway is asked for (SMPP 3.4, 5.2.17). */
  public enum Receipts {
    /** None. */
    NONE,
    /** Of all that arrived, or did not. */
    FINAL,
    /** Of those that did not arrive. */
    FAILURES
  }

  /** How ids of messages in reports are turned into those of answers. */
  public enum MessageIds {
    /** Not at all. */
    AS_IS,
    /** Answers have them in hexadecimal, reports in decimal. */
    DECIMAL_TO_HEX,
    /** Answers have them in decimal, reports in hexadecimal. */
    HEX_TO_DECIMAL
  }

  static SmppForm from(Settings settings, String prefix) {
    Optional<String> source = settings.text(prefix + "source");
    if (source.filter(text -> !SOURCE.matcher(text).matches()).isPresent()) {
      throw Settings.wrong(prefix + "source", source.get(), "1 to 20 ASCII characters");
    }
    return new SmppForm(
        source,
        optional(settings.number(prefix + "source-ton", UNSET, 0, LAST_TON)),
        optional(plan(settings, prefix + "source-npi", UNSET)),
        settings.number(prefix + "dest-ton", 1, 0, LAST_TON),
        plan(settings, prefix + "dest-npi", 1),
        settings.number(prefix + "data-coding", 0, 0, LAST_CODING),
        settings.oneOf(prefix + "long-messages", LongMessages.class, LongMessages.UDH),
        settings.oneOf(prefix + "receipts", Receipts.class, Receipts.FINAL),
        settings.oneOf(prefix + "message-id", MessageIds.class, MessageIds.AS_IS),
        SmppTags.from(settings, prefix));
  }

  private static int plan(Settings settings, String name, int otherwise) {
    int plan = settings.number(name, otherwise, 0, PLANS.get(PLANS.size() - 1));
    if (plan != otherwise && !PLANS.contains(plan)) {
      throw Settings.wrong(name, Integer.toString(plan), "one of " + PLANS);
    }
    return plan;
  }

  private static OptionalInt optional(int value) {
    return value == UNSET ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
