package org.kycvs.notification.entity;

import java.util.Locale;

/** How far a message came, as the organisation that caused it may know. */
public enum SmsProgress {
  /** It waits to be handed to a gateway. */
  QUEUED,
  /** A gateway took it. */
  SENT,
  /** A gateway may have taken it, or not; if it does not come, have it sent again. */
  IN_DOUBT,
  /** It is on the phone. Shown only of somebody who has answered. */
  DELIVERED;

  /** The word for it on the wire, such as {@code in-doubt}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
