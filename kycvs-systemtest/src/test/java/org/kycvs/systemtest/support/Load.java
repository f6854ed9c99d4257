package org.kycvs.systemtest.support;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Organisations asking one question after the other, until the server does not answer any more. */
public final class Load {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 10;

  private final RunningServer server;
  private final Map<String, String> answered = new ConcurrentHashMap<>();
  private final ExecutorService callers;
  private final AtomicInteger gaveUp = new AtomicInteger();
  private volatile boolean isEnding;

  private Load(RunningServer server, int callers) {
    this.server = server;
    this.callers = Executors.newFixedThreadPool(callers);
    for (int i = 0; i < callers; i++) {
      this.callers.execute(this::askUntilTheEnd);
    }
    this.callers.shutdown();
  }

  /** Begins, with so many callers at once. */
  public static Load start(RunningServer server, int callers) {
    return new Load(server, callers);
  }

  /** Waits until so many questions were answered. */
  public void awaitAnswered(int many) throws InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (answered.size() < many) {
      if (System.nanoTime() > until || callers.isTerminated()) {
        throw new AssertionError("Only " + answered.size() + " were answered");
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  /** Waits until all callers have found out that nobody answers. */
  public void awaitEnd() throws InterruptedException {
    if (!callers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("Somebody still answers");
    }
  }

  /** Ends it; fails if a caller was not answered as it should be. */
  public void end() throws InterruptedException {
    isEnding = true;
    awaitEnd();
    if (gaveUp.get() > 0) {
      throw new AssertionError(gaveUp + " callers were not answered");
    }
  }

  /** Each statement that was answered with 200, by its verification. */
  public Map<String, String> answered() {
    return Map.copyOf(answered);
  }

  private void askUntilTheEnd() {
    try {
      while (!isEnding) {
        Journey journey = Journey.make(server, server.hotel(), People.registered());
        answered.put(journey.id(), journey.answer().path("statement").asText());
      }
    } catch (UncheckedIOException | AssertionError e) {
      gaveUp.incrementAndGet(); // The server is gone, or is going and says so.
    }
  }
}
