package org.kycvs.shared.fact;

import java.time.Instant;

/**
 * A node gives a gateway no more messages, or messages again.
 *
 * @param gateway its name
 * @param isBroken whether it gets none from now on
 * @param reason what went wrong, or empty
 * @param left how many gateways still work on that node
 * @param at when
 */
public record SmsGatewaySwitched(
    String gateway, boolean isBroken, String reason, int left, Instant at) {}
