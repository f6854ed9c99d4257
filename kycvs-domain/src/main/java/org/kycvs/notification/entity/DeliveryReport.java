package org.kycvs.notification.entity;

import java.util.Optional;

/**
 * What a gateway says became of a message that it took.
 *
 * @param state how far it came
 * @param error the operator's code for what went wrong, at most 40 characters
 */
public record DeliveryReport(State state, Optional<String> error) {

  /** How far a message came. */
  public enum State {
    /** It is on the person's phone. */
    DELIVERED,
    /** It did not get there and will not. */
    UNDELIVERED
  }
}
