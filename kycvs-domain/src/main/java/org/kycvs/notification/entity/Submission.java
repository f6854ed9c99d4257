package org.kycvs.notification.entity;

import java.time.Duration;
import java.util.Optional;

/**
 * What became of a message that was handed to a gateway. Reasons are for operators and logs: they
 * never hold the text, the mobile or a secret.
 */
public sealed interface Submission {

  /**
   * The gateway took it, and is responsible for it.
   *
   * @param messageId the gateway's name for it, by which its delivery reports refer to it
   */
  record Accepted(Optional<String> messageId) implements Submission {}

  /** The gateway surely did not take it, and would not take others at present. */
  record NotSent(String reason) implements Submission {}

  /**
   * The gateway surely did not take it, because it gets too many at once.
   *
   * @param pause how long it is left alone
   */
  record Throttled(Duration pause) implements Submission {}

  /** The gateway surely did not take this message and never will; others it may take. */
  record Rejected(String reason) implements Submission {}

  /** The gateway may have taken it: it was sent, and no answer came. */
  record InDoubt(String reason) implements Submission {}
}
