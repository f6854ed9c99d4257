package org.kycvs.notification.boundary;

import java.util.Optional;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.SmsTemplate;

/**
 * Knows what a message of one template says. The outbox keeps neither texts nor numbers, so the
 * feature that had a message sent is asked for it when it leaves.
 */
public interface SmsTextSource {

  /** The template that it knows. */
  SmsTemplate template();

  /** The message that belongs to a reference, or empty if there is nothing to be sent any more. */
  Optional<SmsMessage> messageFor(String reference);
}
