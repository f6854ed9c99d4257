package org.kycvs.notification.boundary;

import org.kycvs.notification.entity.SmsTemplate;

/**
 * Knows what a message of one template says. The outbox keeps neither texts nor numbers, so the
 * feature that had a message sent is asked for it when it leaves.
 */
public interface SmsTextSource {

  /** The template that it knows. */
  SmsTemplate template();

  /** What belongs to a reference. It is asked in the transaction that sends it. */
  SmsText textFor(String reference);

  /**
   * The message has left, or never will: what was kept for making it may go. It is told in the
   * transaction that notes this, but not of messages that came too late.
   */
  default void settled(String reference) {}
}
