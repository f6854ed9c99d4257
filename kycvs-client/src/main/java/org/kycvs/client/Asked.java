package org.kycvs.client;

/**
 * It was asked, and the code is on its way to the person. Nothing here depends on whether the
 * person is in the registry.
 *
 * @param verification waits for the code
 */
public record Asked(Verification verification) implements Asking {}
