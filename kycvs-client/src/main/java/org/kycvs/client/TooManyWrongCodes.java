package org.kycvs.client;

import java.time.Duration;
import java.util.Optional;

/**
 * Too many wrong codes came for this mobile in 24 hours: none is sent or compared for now, not even
 * the right one.
 *
 * @param retryAfter after how long it may be tried again, up to a day
 */
public record TooManyWrongCodes(Optional<Duration> retryAfter)
    implements Asking, Resending, Confirmation {}
