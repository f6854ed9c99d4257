package org.kycvs.notification.control;

import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;

/** A way for an SMS to leave. Its methods are called by many threads at once. */
public interface SmsGateway extends AutoCloseable {

  /** The name that settings and records know it by. */
  String name();

  /**
   * Hands the message over and waits for the gateway's answer, at most as long as its settings say.
   * No transaction is open.
   *
   * @param number the outbox's number of the message, the same if it is handed over again
   */
  Submission submit(long number, SmsMessage message);

  /** Whether it can be reached, found out now without sending a message; may take its timeout. */
  boolean isReachable();

  /** Ends its connections. Nothing is submitted any more. */
  @Override
  void close();
}
