package org.kycvs.launcher.database;

/** A database that is there from its start until it is closed. */
public interface Database extends AutoCloseable {
  /**
   * Makes it answer.
   *
   * @throws org.kycvs.launcher.CommandException if it cannot be
   */
  void start();

  /**
   * Makes it answer again if it has ended by itself since its start; one that somebody else runs is
   * left to them.
   *
   * @return whether it had ended
   * @throws org.kycvs.launcher.CommandException if it cannot be started, say on a full disk: try
   *     again later
   */
  boolean startAgainIfEnded();

  /** The login of the role that owns the schema. */
  DatabaseLogin owner();

  /** What it is, in a few words for people. */
  String description();

  /** Gives it back; stops it if it was started for this. */
  @Override
  void close();
}
