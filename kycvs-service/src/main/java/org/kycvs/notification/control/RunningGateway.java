package org.kycvs.notification.control;

import io.github.bucket4j.Bucket;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.kycvs.notification.entity.GatewaySettings;
import org.kycvs.notification.entity.GatewayStanding;
import org.kycvs.notification.entity.SmsMessage;
import org.kycvs.notification.entity.Submission;

/**
 * A gateway with what this node knows of how it works. Five messages in a row not taken, or slow,
 * make it broken; so do, over the last minute and from the fifth message on, half of them not
 * taken, or four of five slow. Then it gets no message until it can be reached again, then three as
 * a probe, and all again when these went well. The probes come after ten seconds, then twenty, then
 * each forty. A gateway that nobody uses counts as broken when it could not be reached twice.
 */
public final class RunningGateway implements AutoCloseable {
  private static final int WINDOW_SECONDS = 60;
  private static final int LEAST_MESSAGES = 5;

  /** A gateway that was busy a moment ago has a minute of successes, which must not shield it. */
  private static final int MOST_BAD_IN_A_ROW = 5;

  private static final int PROBE_MESSAGES = 3;
  private static final float MOST_FAILED_PERCENT = 50;
  private static final float MOST_SLOW_PERCENT = 80;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(40);
  private static final Duration FOR_A_TOKEN = Duration.ofMillis(500);

  private final GatewaySettings settings;
  private final SmsGateway gateway;
  private final Clock clock;
  private final CircuitBreaker breaker;
  private final Bucket tokens;

  private volatile Instant pausedUntil = Instant.MIN;
  private volatile Instant since;
  private volatile String reason = "";
  private volatile int unreachable;
  private final AtomicInteger badInARow = new AtomicInteger();
  private Duration wait = FIRST_WAIT;
  private Instant nextProbe = Instant.MIN;

  /** Works until it is found otherwise. */
  public RunningGateway(GatewaySettings settings, SmsGateway gateway, Clock clock) {
    this.settings = settings;
    this.gateway = gateway;
    this.clock = clock;
    this.since = clock.instant();
    this.breaker =
        CircuitBreaker.of(
            settings.name(),
            CircuitBreakerConfig.custom()
                .clock(clock)
                .slidingWindowType(SlidingWindowType.TIME_BASED)
                .slidingWindowSize(WINDOW_SECONDS)
                .minimumNumberOfCalls(LEAST_MESSAGES)
                .failureRateThreshold(MOST_FAILED_PERCENT)
                .slowCallRateThreshold(MOST_SLOW_PERCENT)
                .slowCallDurationThreshold(settings.slow())
                .permittedNumberOfCallsInHalfOpenState(PROBE_MESSAGES)
                // It is let in again by a probe, not by time alone.
                .waitDurationInOpenState(Duration.ofDays(1))
                .build());
    // Spread over the second, so that the gateway gets no bursts.
    this.tokens =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(Math.max(1, perSecond(settings) / 10))
                        .refillGreedy(perSecond(settings), Duration.ofSeconds(1)))
            .build();
  }

  /** The name that settings and records know it by. */
  public String name() {
    return settings.name();
  }

  /** How it is used. */
  public GatewaySettings settings() {
    return settings;
  }

  /** What it is told about changes of its state; called by whoever caused one. */
  public void onChange(Runnable told) {
    breaker
        .getEventPublisher()
        .onStateTransition(
            event -> {
              since = clock.instant();
              told.run();
            });
  }

  /** Whether messages may come to it at all; if not so of any gateway, none can be sent. */
  public boolean isWorking() {
    return breaker.getState() != CircuitBreaker.State.OPEN;
  }

  /** Whether it would take a message now. */
  public boolean isReady() {
    return isWorking() && !clock.instant().isBefore(pausedUntil);
  }

  /** How it stands. */
  public GatewayStanding standing() {
    GatewayStanding.State state =
        switch (breaker.getState()) {
          case OPEN, FORCED_OPEN -> GatewayStanding.State.BROKEN;
          case HALF_OPEN -> GatewayStanding.State.PROBED;
          default -> GatewayStanding.State.WORKING;
        };
    return new GatewayStanding(name(), settings.connection().kind(), state, since, reason);
  }

  /** Hands a message over, and learns from what became of it. */
  public Submission submit(long number, SmsMessage message) {
    if (!breaker.tryAcquirePermission()) {
      return new Submission.NotSent("It is given time to recover");
    }
    if (!hasToken()) {
      breaker.releasePermission();
      return new Submission.Throttled(Duration.ZERO);
    }
    // To wait for a token is no slowness of the gateway's.
    long began = System.nanoTime();
    try {
      Submission submission = gateway.submit(number, message);
      learn(submission, System.nanoTime() - began);
      return submission;
    } catch (RuntimeException e) {
      learn(new Submission.InDoubt("It failed"), System.nanoTime() - began);
      throw e;
    }
  }

  /** Looks whether it can be reached, if it is time for that; may take the gateway's timeout. */
  public void probe() {
    Instant now = clock.instant();
    if (isWorking()) {
      if (breaker.getState() == CircuitBreaker.State.CLOSED) {
        wait = FIRST_WAIT;
        nextProbe = now.plus(wait);
      }
      unreachable = gateway.isReachable() ? 0 : unreachable + 1;
      if (unreachable >= 2) {
        open("It cannot be reached");
      }
    } else if (!now.isBefore(nextProbe)) {
      if (gateway.isReachable()) {
        unreachable = 0;
        badInARow.set(0);
        breaker.transitionToHalfOpenState();
      }
      wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      nextProbe = now.plus(wait);
    }
  }

  @Override
  public void close() {
    gateway.close();
  }

  private boolean hasToken() {
    if (settings.perSecond().isEmpty()) {
      return true;
    }
    try {
      return tokens.asBlocking().tryConsume(1, FOR_A_TOKEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void learn(Submission submission, long nanos) {
    if (submission instanceof Submission.Throttled throttled) {
      breaker.releasePermission();
      pausedUntil = clock.instant().plus(throttled.pause());
    } else if (submission instanceof Submission.NotSent notSent) {
      failed(notSent.reason(), nanos);
    } else if (submission instanceof Submission.InDoubt doubt) {
      failed(doubt.reason(), nanos);
    } else {
      breaker.onSuccess(nanos, TimeUnit.NANOSECONDS);
      if (nanos > settings.slow().toNanos()) {
        reason = "It takes longer than " + settings.slow();
        countBad();
      } else {
        badInARow.set(0);
      }
    }
  }

  private void failed(String why, long nanos) {
    reason = why;
    breaker.onError(nanos, TimeUnit.NANOSECONDS, new IllegalStateException(why));
    countBad();
  }

  private void countBad() {
    if (badInARow.incrementAndGet() >= MOST_BAD_IN_A_ROW) {
      open(reason);
    }
  }

  /** Several threads may find it broken at once; one of them makes it so. */
  private synchronized void open(String why) {
    if (isWorking()) {
      reason = why;
      badInARow.set(0);
      breaker.transitionToOpenState();
    }
  }

  private static long perSecond(GatewaySettings settings) {
    return settings.perSecond().orElse(1);
  }
}
