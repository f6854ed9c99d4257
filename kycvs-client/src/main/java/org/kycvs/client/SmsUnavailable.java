package org.kycvs.client;

import java.time.Duration;
import java.util.Optional;

/**
 * The server can send no SMS at present, so nothing was asked or sent.
 *
 * @param retryAfter after how long it may be tried again; in a minute, if the server does not say
 */
public record SmsUnavailable(Optional<Duration> retryAfter) implements Asking, Resending {}
