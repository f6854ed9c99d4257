package org.kycvs.shared.actor;

/** A part of the system that acts on its own, such as a timer; it can do nothing for a caller. */
public enum SystemActor implements Actor {
  /** Ends verifications whose time is over. */
  EXPIRY,
  /** Hands messages to gateways. */
  DISPATCH,
  /** Counts an organisation's messages of a day. */
  QUOTA,
  /** Sends events to webhook endpoints. */
  WEBHOOKS,
  /** Makes signing keys when there is none. */
  SIGNING;

  @Override
  public String auditName() {
    return "system:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
