package org.kycvs.notification.control.smpp;

import java.math.BigInteger;
import java.util.Locale;
import org.kycvs.notification.entity.SmppForm.MessageIds;

/**
 * Ids of messages in one form, whether they stood in an answer or in a report: many gateways write
 * one in hexadecimal and the other in decimal, with or without leading zeros. An id that is no such
 * number stays as it is.
 */
record ReceiptIds(MessageIds kind) {
  private static final int DECIMAL = 10;
  private static final int HEX = 16;

  /** As it is known here, of an id in an answer. */
  String ofAnswer(String id) {
    return switch (kind) {
      case AS_IS -> id;
      case DECIMAL_TO_HEX -> rewritten(id, HEX, HEX);
      case HEX_TO_DECIMAL -> rewritten(id, DECIMAL, DECIMAL);
    };
  }

  /** The same, of an id in a report. */
  String ofReport(String id) {
    return switch (kind) {
      case AS_IS -> id;
      case DECIMAL_TO_HEX -> rewritten(id, DECIMAL, HEX);
      case HEX_TO_DECIMAL -> rewritten(id, HEX, DECIMAL);
    };
  }

  private static String rewritten(String id, int from, int to) {
    try {
      return new BigInteger(id, from).toString(to).toLowerCase(Locale.ROOT);
    } catch (NumberFormatException e) {
      return id;
    }
  }
}
