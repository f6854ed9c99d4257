package org.kycvs.verification.entity;

import java.time.Duration;
import java.time.Instant;

/**
 * The times of a verification.
 *
 * @param from when it is asked
 * @param until from when on it is over; exclusive
 * @param answerValidFor how long its answer may be used
 */
public record Lifetime(Instant from, Instant until, Duration answerValidFor) {}
