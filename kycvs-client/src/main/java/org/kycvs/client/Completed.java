package org.kycvs.client;

/**
 * The person consented, and here is the answer.
 *
 * @param verification completed
 * @param answer its answer
 */
public record Completed(Verification verification, Verification.Answer answer)
    implements Confirmation {}
