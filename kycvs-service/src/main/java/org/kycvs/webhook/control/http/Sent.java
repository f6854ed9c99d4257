package org.kycvs.webhook.control.http;

import java.time.Duration;
import java.util.Optional;
import org.kycvs.webhook.entity.WebhookAttempt;

/**
 * What came of a request.
 *
 * @param headers as sent, a line each
 * @param answer what the receiver answered, if it did
 * @param error why it did not succeed, in words for the organisation
 * @param outcome the same in a word
 * @param retryAfter how long the receiver wants to be left alone
 */
public record Sent(
    String headers,
    Optional<WebhookAttempt.Answer> answer,
    Optional<String> error,
    Outcome outcome,
    Optional<Duration> retryAfter) {

  /** How a request can end. */
  public enum Outcome {
    /** The receiver took it: 2xx. */
    DELIVERED,
    /** The receiver answered something else. */
    REFUSED,
    /** The receiver will not take anything any more: 410. */
    GONE,
    /** It was not done in time. */
    TIMED_OUT,
    /** Nothing may be sent there. */
    NOT_PUBLIC,
    /** There was no connection, or it broke. */
    UNREACHABLE
  }
}
