package org.kycvs.webshared.edge;

/**
 * While it is open, the name of the thread ends in the id of the request that it serves. The log's
 * format reads it there: it belongs to the server, which shares no class with us. Thread dumps show
 * it too.
 */
record RequestThread(Thread thread, String ownName) implements AutoCloseable {

  /** Names the current thread. */
  static RequestThread serving(String requestId) {
    Thread thread = Thread.currentThread();
    RequestThread kept = new RequestThread(thread, thread.getName());
    thread.setName(kept.ownName() + " " + requestId);
    return kept;
  }

  /** Gives the thread its own name back. */
  @Override
  public void close() {
    thread.setName(ownName);
  }
}
