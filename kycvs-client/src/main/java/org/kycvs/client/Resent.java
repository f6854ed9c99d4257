package org.kycvs.client;

/**
 * The code is on its way again: the same while it lives, else a new one. Tries are not renewed.
 *
 * @param verification waits for the code
 */
public record Resent(Verification verification) implements Resending {}
