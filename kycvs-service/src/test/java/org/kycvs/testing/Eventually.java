package org.kycvs.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what happens beside the test. */
public final class Eventually {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long PAUSE_MILLIS = 20;

  private Eventually() {}

  /** Waits until there is something; fails after twenty seconds. */
  public static <T> T get(Supplier<Optional<T>> source) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> found = source.get();
    while (found.isEmpty()) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("It did not happen within " + PATIENCE);
      }
      pause(Duration.ofMillis(PAUSE_MILLIS));
      found = source.get();
    }
    return found.get();
  }

  /** Waits until it is so; fails after twenty seconds. */
  public static void isTrue(BooleanSupplier condition) {
    boolean unused =
        get(() -> condition.getAsBoolean() ? Optional.of(true) : Optional.<Boolean>empty());
  }

  /** Gives what must not happen the time to happen. */
  public static void pause(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
