package org.kycvs.webhook.control;

import java.time.Duration;
import java.util.Optional;
import org.kycvs.webhook.control.http.Sent;
import org.kycvs.webhook.entity.WebhookAttempt;

/**
 * What came of a try.
 *
 * @param attempt what is kept of it
 * @param outcome how it ended
 * @param retryAfter how long the receiver wants to be left alone
 */
public record Tried(WebhookAttempt attempt, Sent.Outcome outcome, Optional<Duration> retryAfter) {}
