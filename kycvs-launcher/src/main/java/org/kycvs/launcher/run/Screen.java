package org.kycvs.launcher.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** The steps of a start as its user sees them: what, the outcome, how long it took. */
public final class Screen {
  private static final double MILLIS = 1_000.0;

  private final PrintWriter out;
  private final boolean quiet;

  /** Writes there, or nothing if quiet. */
  public Screen(PrintWriter out, boolean quiet) {
    this.out = out;
    this.quiet = quiet;
  }

  /** Does a step and tells its outcome in the words given for it. */
  <T> T step(String what, Supplier<T> work, java.util.function.Function<T, String> outcome) {
    long begin = System.nanoTime();
    if (!quiet) {
      out.printf(Locale.ROOT, "  %-12s ", what);
      out.flush();
    }
    try {
      T result = work.get();
      line(outcome.apply(result) + seconds(Duration.ofNanos(System.nanoTime() - begin)));
      return result;
    } catch (RuntimeException e) {
      line("failed");
      throw e;
    }
  }

  /** Writes a line. */
  public void line(String text) {
    if (!quiet) {
      out.println(text);
      out.flush();
    }
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, " (%.1f s)", time.toMillis() / MILLIS);
  }
}
