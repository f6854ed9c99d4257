package org.kycvs.apikey.boundary;

import org.kycvs.apikey.entity.CallAnswer;

/**
 * The answer to a call.
 *
 * @param answer what to send
 * @param replayed whether the call was done before, and nothing was done now
 */
public record Answered(CallAnswer answer, boolean replayed) {}
