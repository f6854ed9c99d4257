package org.kycvs.bench.registry;

/**
 * What a table takes on disk with all its partitions, in bytes.
 *
 * @param table rows, with free space and visibility maps, and what is stored out of line
 * @param indexes all indexes
 */
public record TableSize(long table, long indexes) {

  /** Both. */
  public long bytes() {
    return table + indexes;
  }
}
