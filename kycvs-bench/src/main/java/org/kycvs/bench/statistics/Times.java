package org.kycvs.bench.statistics;

import java.util.Arrays;

/** Times in nanoseconds that are gathered one after the other. For one thread. */
public final class Times {
  private static final int FIRST_ROOM = 1024;

  private long[] nanos = new long[FIRST_ROOM];
  private int count;

  /** Gathers one. */
  public void add(long time) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count] = time;
    count++;
  }

  /** All so far, in the order in which they came. */
  public long[] nanos() {
    return Arrays.copyOf(nanos, count);
  }
}
