package org.kycvs.shared.rate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * The buckets of many holders. One that was left alone until it was full is forgotten, since a new
 * one equals it. Of more than a given number, those are forgotten first that are asked for least
 * often: newcomers before whoever asks all the time, so that nobody gets a fresh bucket by bringing
 * many others along.
 *
 * <p>A holder whose limit changed has another bucket, which is full.
 *
 * @param <K> what holders are known by
 */
public final class RateBuckets<K> {
  private final String policy;
  private final TimeMeter time;
  private final Cache<Held<K>, Bucket> buckets;

  /** Together with the limit, so that a limit that was changed holds at once. */
  private record Held<K>(K holder, RateLimit limit) {}

  /**
   * None yet.
   *
   * @param policy what the limit is called: small letters and hyphens
   * @param most how many buckets are remembered
   */
  public RateBuckets(String policy, int most) {
    // Time that only goes forward: a clock that is set back would stop all refills.
    this(policy, most, TimeMeter.SYSTEM_NANOTIME);
  }

  RateBuckets(String policy, int most, TimeMeter time) {
    this.policy = policy;
    this.time = time;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(most)
            .expireAfter(
                Expiry.<Held<K>, Bucket>accessing((held, bucket) -> held.limit().timeToFill()))
            .ticker(time::currentTimeNanos)
            .executor(Runnable::run)
            .build();
  }

  /** Takes one request out, if there is one. */
  @CanIgnoreReturnValue
  public RateStanding take(K holder, RateLimit limit) {
    Bucket bucket = buckets.get(new Held<>(holder, limit), this::full);
    boolean isTaken = bucket.tryConsume(1);
    return standing(bucket, limit, isTaken);
  }

  /** How the bucket stands if nothing can be taken out; nothing is taken. */
  public Optional<RateStanding> ifEmpty(K holder, RateLimit limit) {
    return Optional.ofNullable(buckets.getIfPresent(new Held<>(holder, limit)))
        .map(bucket -> standing(bucket, limit, false))
        .filter(standing -> standing.remaining() == 0);
  }

  /** About how many are remembered. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private RateStanding standing(Bucket bucket, RateLimit limit, boolean isTaken) {
    EstimationProbe next = bucket.estimateAbilityToConsume(1);
    EstimationProbe all = bucket.estimateAbilityToConsume(limit.burst());
    return new RateStanding(
        policy,
        limit,
        isTaken,
        next.getRemainingTokens(),
        Duration.ofNanos(next.getNanosToWaitForRefill()),
        Duration.ofNanos(all.getNanosToWaitForRefill()));
  }

  private Bucket full(Held<K> held) {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit
                    .capacity(held.limit().burst())
                    .refillGreedy(held.limit().requestsPerMinute(), Duration.ofMinutes(1)))
        .withCustomTimePrecision(time)
        .build();
  }
}
