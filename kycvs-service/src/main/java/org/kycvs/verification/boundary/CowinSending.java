package org.kycvs.verification.boundary;

import java.util.UUID;

/** What became of a question that came through the CoWIN-compatible API. */
public sealed interface CowinSending {

  /**
   * A message is on its way.
   *
   * @param transaction what the client knows the verification by
   */
  record Accepted(UUID transaction) implements CowinSending {}

  /**
   * No message is sent, and that was written down.
   *
   * @param why the refusal, never {@link Sending.Accepted}
   */
  record Refused(Sending why) implements CowinSending {}
}
