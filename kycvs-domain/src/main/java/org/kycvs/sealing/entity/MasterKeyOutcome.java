package org.kycvs.sealing.entity;

/** What became of an act on the master key. */
public sealed interface MasterKeyOutcome {

  /**
   * It was done.
   *
   * @param key the id of the line that it was done to
   */
  record Done(String key) implements MasterKeyOutcome {}

  /**
   * It was refused, and nothing was changed.
   *
   * @param reason why
   * @param detail more, or nothing
   */
  record Refused(MasterKeyRefusal reason, String detail) implements MasterKeyOutcome {}
}
