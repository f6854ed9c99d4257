package org.kycvs.notification.control;

import java.time.Instant;

/**
 * A message that was taken out of the outbox and is to be sent.
 *
 * @param id its number in the outbox
 * @param template the name of its template
 * @param reference what it belongs to
 * @param notAfter when it is no longer worth sending
 * @param attempts how often it was handed to a gateway before
 */
public record TakenSms(long id, String template, String reference, Instant notAfter, int attempts) {

  /** The same, handed to one more gateway. */
  public TakenSms begun() {
    return new TakenSms(id, template, reference, notAfter, attempts + 1);
  }
}
