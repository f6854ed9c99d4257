package org.kycvs.shared.outbox;

import java.util.List;

/**
 * What is done with an outbox's messages.
 *
 * @param <T> a message that was taken
 */
public interface OutboxWork<T> {

  /**
   * Takes messages that are due, the most urgent first, so that no other worker or node takes them
   * for a while.
   *
   * @param most how many at most, at least 1
   * @return none if none is due
   */
  List<T> take(int most);

  /** Sends one; may take its time. What it throws is logged, and stops no other message. */
  void send(T taken);
}
