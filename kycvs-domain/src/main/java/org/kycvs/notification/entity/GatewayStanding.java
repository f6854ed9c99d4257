package org.kycvs.notification.entity;

import java.time.Instant;

/**
 * How a node finds a gateway.
 *
 * @param gateway its name
 * @param kind how it is reached, such as {@code smpp}
 * @param since when it came to that
 * @param reason what went wrong last, or empty
 */
public record GatewayStanding(
    String gateway, String kind, State state, Instant since, String reason) {

  /** Whether it gets messages. */
  public enum State {
    /** It gets messages. */
    WORKING,
    /** It was broken, can be reached again, and gets a few. */
    PROBED,
    /** It gets none. */
    BROKEN
  }
}
