package org.kycvs.bench.registry;

/**
 * What an import took.
 *
 * @param readSeconds until the last row was read, checked, sealed and staged
 * @param mergeSeconds from then on, until the transaction was committed
 * @param heapBytes the most heap that was in use after a garbage collection
 */
public record ImportMeasure(double readSeconds, double mergeSeconds, long heapBytes) {

  /** All of it. */
  public double seconds() {
    return readSeconds + mergeSeconds;
  }
}
