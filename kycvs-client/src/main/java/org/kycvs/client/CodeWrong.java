package org.kycvs.client;

/**
 * The code is wrong. It was counted once, however often the call was sent.
 *
 * @param triesLeft how many more may be tried; at 0 the verification is locked, ask anew
 */
public record CodeWrong(int triesLeft) implements Confirmation {}
