package org.kycvs.notification.entity;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One gateway, as {@code kycvs.sms.gateway.<name>.…} says.
 *
 * @param name small letters, digits and hyphens, at most 20, beginning with a letter
 * @param priority the smallest is tried first ({@code priority}, 1 to 9)
 * @param share of the messages among working gateways of one priority ({@code share}, 1 to 100)
 * @param perSecond how many messages a second this node hands to it ({@code per-second}, 1 to
 *     10,000); empty: as many as there are
 * @param slow what takes longer counts against it ({@code slow}, 100 ms to 1 min)
 * @param sendAgainAfter what is in doubt and was not reported for so long is sent again, perhaps
 *     twice ({@code send-again-after}, 5 s to 4 min); {@link Duration#ZERO}: never
 * @param connection how it is reached
 */
public record GatewaySettings(
    String name,
    int priority,
    int share,
    OptionalInt perSecond,
    Duration slow,
    Duration sendAgainAfter,
    GatewayConnection connection) {}
