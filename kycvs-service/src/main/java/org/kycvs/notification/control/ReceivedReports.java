package org.kycvs.notification.control;

import org.kycvs.notification.entity.DeliveryReport;

/** Where gateways put the delivery reports that they receive on their own connections. */
public interface ReceivedReports {

  /**
   * Notes a report on the message that the gateway knows by this id. The report may be ahead of the
   * gateway's answer; it is then kept for it.
   *
   * @throws RuntimeException if it could not be kept: the gateway is to send it again
   */
  void of(String gateway, String messageId, DeliveryReport report);

  /**
   * Settles that a message in doubt was taken, if the report tells which it was by the number that
   * it was submitted with; only its last sixteen bits are known.
   *
   * @param number the last sixteen bits of the outbox's number
   */
  void ofNumber(String gateway, int number, String messageId, DeliveryReport report);

  /** Forgets reports that nobody's message fitted in a day. */
  void forgetOld();
}
