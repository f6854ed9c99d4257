package org.kycvs.client;

import java.time.Duration;
import java.util.Optional;

/**
 * No message was sent: it is too early, or this mobile was sent as many as allowed. The client does
 * not wait by itself, since the person stands before you.
 *
 * @param retryAfter after how long it may be tried again; empty if this verification sends no more:
 *     ask anew
 */
public record TooManySends(Optional<Duration> retryAfter) implements Asking, Resending {}
