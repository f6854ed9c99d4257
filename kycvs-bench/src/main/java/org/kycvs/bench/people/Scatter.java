package org.kycvs.bench.people;

import java.math.BigInteger;
import java.util.SplittableRandom;

/** Visits the numbers from 0 in an order that looks random, each once, without a list of them. */
final class Scatter {
  private final long size;
  private final long step;
  private final long start;

  /** Of so many numbers, at most 2^31. */
  Scatter(long size, SplittableRandom random) {
    this.size = size;
    this.start = random.nextLong(size);
    long candidate = 1 + random.nextLong(size);
    while (!coprime(candidate, size)) {
      candidate++;
    }
    this.step = candidate;
  }

  /** The number that is visited in this place. */
  long at(long place) {
    return (start + place * step) % size;
  }

  private static boolean coprime(long a, long b) {
    return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).equals(BigInteger.ONE);
  }
}
