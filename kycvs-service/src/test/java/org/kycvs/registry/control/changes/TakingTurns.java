package org.kycvs.registry.control.changes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Different calls, one after the other each time it is called. */
final class TakingTurns<T> implements Callable<T> {
  private final List<Callable<T>> calls;
  private final AtomicInteger turn = new AtomicInteger();

  @SafeVarargs
  TakingTurns(Callable<T>... calls) {
    this.calls = List.of(calls);
  }

  @Override
  public T call() throws Exception {
    return calls.get(turn.getAndIncrement() % calls.size()).call();
  }
}
