package org.kycvs.shared.rate;

import java.time.Duration;

/**
 * How many requests may be made: a bucket holds so many at most, each request takes one out, and
 * they come back evenly.
 *
 * @param requestsPerMinute how many come back in a minute: 1 to {@value #MOST}
 * @param burst how many the bucket holds, which can be made at once: 1 to {@value #MOST}
 */
public record RateLimit(int requestsPerMinute, int burst) {
  /** The largest number of either. */
  public static final int MOST = 1_000_000;

  private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

  /** Refuses numbers out of their bounds. */
  public RateLimit {
    if (requestsPerMinute < 1 || requestsPerMinute > MOST || burst < 1 || burst > MOST) {
      throw new IllegalArgumentException("Not a rate limit");
    }
  }

  /** How long an empty bucket takes to be full again; from then on it equals a new one. */
  public Duration timeToFill() {
    return Duration.ofNanos((burst * NANOS_PER_MINUTE + requestsPerMinute - 1) / requestsPerMinute);
  }
}
