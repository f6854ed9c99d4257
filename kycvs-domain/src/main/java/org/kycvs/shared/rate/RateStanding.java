package org.kycvs.shared.rate;

import java.time.Duration;
import java.util.Map;
import org.kycvs.shared.problem.ProblemCode;
import org.kycvs.shared.problem.ProblemException;

/**
 * How a bucket stands after a request, as the headers of its answer tell it
 * (draft-ietf-httpapi-ratelimit-headers-10, structured fields of RFC 9651).
 *
 * @param policy what the limit is called: small letters and hyphens
 * @param limit the limit
 * @param isAllowed whether the request may be made
 * @param remaining how many more may be made at once
 * @param untilNext how long until one more may be made; zero if one may
 * @param untilFull how long until the bucket is full, if nothing is asked meanwhile
 */
public record RateStanding(
    String policy,
    RateLimit limit,
    boolean isAllowed,
    long remaining,
    Duration untilNext,
    Duration untilFull) {

  /** {@code RateLimit-Policy}: the burst, and the seconds in which an empty bucket fills. */
  public String policyField() {
    return "\"%s\";q=%d;w=%d".formatted(policy, limit.burst(), seconds(limit.timeToFill()));
  }

  /** {@code RateLimit}: what may be asked at once, and the seconds until the bucket is full. */
  public String field() {
    return "\"%s\";r=%d;t=%d".formatted(policy, remaining, seconds(untilFull));
  }

  /** The refusal of a request that may not be made, with the seconds after which one may. */
  public ProblemException refusal(String detail) {
    return new ProblemException(
        ProblemCode.TOO_MANY_REQUESTS,
        detail,
        Map.of("retryAfter", Math.toIntExact(Math.max(1, seconds(untilNext)))));
  }

  /** Whole seconds, rounded up: who waits so long has waited long enough. */
  private static long seconds(Duration time) {
    return time.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
