package org.kycvs.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.kycvs.notification.control.OutboxStore;
import org.kycvs.notification.control.SmsGateways;
import org.kycvs.notification.entity.SmsTemplate;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/** Messages to people, kept in the transaction that wants them sent, and sent after it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SmsOutbox {
  @Inject private OutboxStore outbox;
  @Inject private SmsGateways gateways;
  @Inject private Event<OutboxFilled> filled;
  @Inject private Clock clock;

  /**
   * Puts a message into the outbox.
   *
   * @param reference what the template's {@link SmsTextSource} knows the message by
   * @param notAfter when it is no longer worth sending
   * @throws ProblemException {@code sms-unavailable} if there is no gateway to send it
   */
  public void put(SmsTemplate template, String reference, Instant notAfter) {
    if (gateways.preferred().isEmpty()) {
      throw new ProblemException(
          ProblemCode.SMS_UNAVAILABLE, "No SMS can be sent at present. Try again in a minute.");
    }
    outbox.put(template, reference, clock.instant(), notAfter);
    filled.fire(new OutboxFilled());
  }

  /** Those of the references whose newest message has not left yet. */
  public Set<String> queued(Collection<String> references) {
    return outbox.queued(references, clock.instant());
  }
}
