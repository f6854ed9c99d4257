package org.kycvs.webhook.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one try went.
 *
 * @param at when it began
 * @param url where it was sent
 * @param requestHeaders the headers as sent, a line each
 * @param took how long it took
 * @param answer what the receiver answered, if it did
 * @param error why it did not succeed, in words for the organisation; empty if it did
 */
public record WebhookAttempt(
    Instant at,
    String url,
    String requestHeaders,
    Duration took,
    Optional<Answer> answer,
    Optional<String> error) {
  /** How much of an answer's body is kept, in bytes. */
  public static final int KEPT_BODY = 4096;

  /**
   * What the receiver answered.
   *
   * @param status the HTTP status
   * @param headers a line each
   * @param body its first 4 KiB
   */
  public record Answer(int status, String headers, byte[] body) {}

  /** Whether the receiver took it. */
  public boolean succeeded() {
    return error.isEmpty();
  }
}
