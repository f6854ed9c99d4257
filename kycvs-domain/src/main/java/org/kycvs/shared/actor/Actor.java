package org.kycvs.shared.actor;

/**
 * Somebody or something that acts. Each feature that authenticates makes its own kind, and only
 * authentication can make one; a boundary says in its signature whom it serves.
 */
public interface Actor {

  /** How the audit log names it: a kind and an id, never personal data, such as {@code key:…}. */
  String auditName();
}
