package org.kycvs.client;

/**
 * What was tried so far.
 *
 * @param attempts how often it was sent
 * @param mayBeDone whether an attempt may have been done although nobody said so
 */
record Effort(Call call, int attempts, boolean mayBeDone) {}
