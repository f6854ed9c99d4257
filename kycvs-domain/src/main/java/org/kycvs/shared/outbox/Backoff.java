package org.kycvs.shared.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each failed try before the next. What has failed once more often than
 * there are waits is given up.
 *
 * @param waits the first after the first try; none is negative
 */
public record Backoff(List<Duration> waits) {

  /** With its own copy. */
  public Backoff {
    waits = List.copyOf(waits);
    if (waits.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("A wait cannot be negative: " + waits);
    }
  }

  /** With these waits. */
  public static Backoff of(Duration... waits) {
    return new Backoff(List.of(waits));
  }

  /**
   * How long to wait after so many failed tries.
   *
   * @param tries at least 1
   * @return empty if that was the last
   */
  public Optional<Duration> after(int tries) {
    return tries > waits.size() ? Optional.empty() : Optional.of(waits.get(tries - 1));
  }

  /** The last wait: whoever never gives up waits that long from then on. */
  public Duration longest() {
    return waits.get(waits.size() - 1);
  }
}
