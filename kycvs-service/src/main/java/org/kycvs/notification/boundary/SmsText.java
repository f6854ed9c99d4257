package org.kycvs.notification.boundary;

import org.kycvs.notification.entity.SmsMessage;

/** What is to be done about a message that is about to leave. */
public sealed interface SmsText {

  /**
   * It is sent.
   *
   * @param message to whom, and what it says
   */
  record Wanted(SmsMessage message) implements SmsText {}

  /** Nobody waits for it any more; it is dropped. */
  record NotWaitedFor() implements SmsText {}

  /**
   * Its receiver does not want it. It is not sent, and whoever had it sent cannot tell: it counts
   * as on its way for as long as one that is sent.
   */
  record NotWelcome() implements SmsText {}
}
