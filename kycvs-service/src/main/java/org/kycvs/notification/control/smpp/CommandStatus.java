package org.kycvs.notification.control.smpp;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/**
 * What a gateway's refusal of a message means (SMPP 3.4, 5.1.3). Whichever it is, the message was
 * surely not taken.
 */
enum CommandStatus {
  /** It gets too many at once. */
  THROTTLED,
  /** This message never; others it may take. */
  REJECTED,
  /** Something between us and it is wrong, and would be for other messages. */
  NOT_NOW;

  private static final int FIRST_OF_VENDORS = 0x400;
  private static final int LAST_OF_VENDORS = 0x4FF;

  /**
   * Those that concern the message, or the pace. All others that the protocol names tell of the
   * connection, the account, the gateway or of fields that all messages have alike: system error
   * (0x08), bind and state (0x03 to 0x05, 0x0D to 0x0F), submission failed (0x45), and so on.
   */
  private static final Map<Integer, CommandStatus> MEANINGS =
      Map.ofEntries(
          entry(0x01, REJECTED), // ESME_RINVMSGLEN: length of the text
          entry(0x02, REJECTED), // ESME_RINVCMDLEN: length of the whole
          entry(0x0A, REJECTED), // ESME_RINVSRCADR: the sender, which is the message's header
          entry(0x0B, REJECTED), // ESME_RINVDSTADR: the mobile
          entry(0x14, THROTTLED), // ESME_RMSGQFUL: queue full
          entry(0x33, REJECTED), // ESME_RINVNUMDESTS: number of destinations
          entry(0x50, REJECTED), // ESME_RINVDSTTON: type of the mobile's number
          entry(0x51, REJECTED), // ESME_RINVDSTNPI: its numbering plan
          entry(0x58, THROTTLED), // ESME_RTHROTTLED: more messages than allowed
          entry(0x65, REJECTED), // ESME_RX_P_APPN: the receiver refuses for good
          entry(0x66, REJECTED), // ESME_RX_R_APPN: the receiver rejects the message
          entry(0xC3, REJECTED), // ESME_RMISSINGOPTPARAM: such as a template's id
          entry(0xC4, REJECTED), // ESME_RINVOPTPARAMVAL: likewise
          entry(0xFE, REJECTED)); // ESME_RDELIVERYFAILURE: not delivered

  /** The meaning of a status that is not 0. */
  static CommandStatus of(int status) {
    // Operators' own codes tell mostly of registration: header, template, consent.
    boolean ofVendor = status >= FIRST_OF_VENDORS && status <= LAST_OF_VENDORS;
    return MEANINGS.getOrDefault(status, ofVendor ? REJECTED : NOT_NOW);
  }

  /** For reasons: the status as the protocol's documents write it. */
  static String written(int status) {
    return String.format(Locale.ROOT, "status 0x%08X", status);
  }
}
