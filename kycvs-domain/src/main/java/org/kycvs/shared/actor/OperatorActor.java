package org.kycvs.shared.actor;

/**
 * A government operator, who may look into the registry and change it, with a reason. Signing in
 * makes one, or the command line of whoever has the installation's master key.
 */
public interface OperatorActor extends Actor {}
