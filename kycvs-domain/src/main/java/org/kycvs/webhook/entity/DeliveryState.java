package org.kycvs.webhook.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a delivery stands. */
public enum DeliveryState {
  /** It will be sent, for the first time or again. */
  WAITING,
  /** It is being sent. */
  SENDING,
  /** It waits until its endpoint is enabled again. */
  HELD,
  /** The receiver took it. */
  DELIVERED,
  /** The receiver did not take it in all tries. */
  GIVEN_UP;

  /** The word on the wire, such as {@code given-up}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of a word on the wire. */
  public static Optional<DeliveryState> parse(String wire) {
    return Arrays.stream(values()).filter(state -> state.wire().equals(wire)).findFirst();
  }
}
