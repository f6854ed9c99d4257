package org.kycvs.shared.actor;

import org.kycvs.shared.crypto.MasterKey;

/** Somebody with the command line, the owner's database role and the master key. */
public final class CommandLineActor implements OperatorActor {
  private final MasterKey key;

  private CommandLineActor(MasterKey key) {
    this.key = key;
  }

  /** Whoever has the key has all of the installation. */
  public static CommandLineActor holding(MasterKey key) {
    return new CommandLineActor(key);
  }

  /** The key that was shown. */
  public MasterKey key() {
    return key;
  }

  @Override
  public String auditName() {
    return "system:command-line";
  }

  @Override
  public String toString() {
    return auditName();
  }
}
