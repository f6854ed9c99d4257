package org.kycvs.webshared.edge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/**
 * How many API calls are made at once; the others wait for their turn, in the order in which they
 * came. Fewer than the 72 database connections of the pool, so that no call fails because others
 * wait for each other's rows, and something is left for the timers.
 */
@ApplicationScoped
public class CallGate {
  private static final int AT_ONCE = 60;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /** Waits for a turn. Whoever is let in must {@link #leave}. */
  void enter() {
    turns.acquireUninterruptibly();
  }

  /** Gives the turn to the next. */
  void leave() {
    turns.release();
  }
}
