package org.kycvs.launcher.run;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was started and must be stopped, the last first, exactly once, whether the end comes from
 * the command or from a signal in the middle of the start.
 */
final class Started implements AutoCloseable {
  private final Deque<AutoCloseable> stack = new ArrayDeque<>();
  private boolean closed;

  /**
   * Adds something <em>before</em> it is started, so that a signal in between stops it too.
   *
   * @throws IllegalStateException if the end has begun: then it must not be started
   */
  synchronized <T extends AutoCloseable> T add(T started) {
    if (closed) {
      throw new IllegalStateException("Stopping");
    }
    stack.push(started);
    return started;
  }

  /** Whether the end has begun. */
  synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    closeAll();
  }

  /** A second caller waits here until the first is done. */
  private void closeAll() {
    synchronized (stack) {
      while (!stack.isEmpty()) {
        try {
          stack.pop().close();
        } catch (Exception e) { // what is left must be stopped all the same
          System.getLogger(Started.class.getName())
              .log(System.Logger.Level.WARNING, "Could not stop: " + e.getMessage());
        }
      }
    }
  }
}
