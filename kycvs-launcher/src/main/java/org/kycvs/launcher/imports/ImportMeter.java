package org.kycvs.launcher.imports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.kycvs.registry.control.imports.ImportPhase;
import org.kycvs.registry.control.imports.ImportProgress;

/** Shows rows and rows a second while a file is read, a few times a second at most. */
final class ImportMeter implements ImportProgress {
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final double MILLIS = 1_000.0;

  private final Clock clock;
  private final ProgressLine line;
  private final Instant start;
  private Instant next;
  private Duration taken = Duration.ZERO;
  private long rows;

  ImportMeter(Clock clock, ProgressLine line) {
    this.clock = clock;
    this.line = line;
    this.start = clock.instant();
    this.next = start.plus(PAUSE);
  }

  @Override
  public void read(long rowsSoFar) {
    rows = rowsSoFar;
    Instant now = clock.instant();
    taken = Duration.between(start, now);
    if (!now.isBefore(next)) {
      next = now.plus(PAUSE);
      line.show(String.format(Locale.ROOT, "%,d rows read, %,d rows/s", rows, rowsPerSecond()));
    }
  }

  @Override
  public void enter(ImportPhase phase) {
    switch (phase) {
      case READING -> line.show("reading");
      case CHECKING -> line.show(String.format(Locale.ROOT, "%,d rows read, checking them", rows));
      case MERGING -> line.show(String.format(Locale.ROOT, "%,d rows checked, merging them", rows));
    }
  }

  /** Takes the line away and stops the time. */
  void stop() {
    taken = Duration.between(start, clock.instant());
    line.show("");
  }

  /** So far, or in all after {@link #stop}. */
  long rowsPerSecond() {
    return Math.round(rows / Math.max(1.0, taken.toMillis()) * MILLIS);
  }

  /** Seconds so far, or in all after {@link #stop}. */
  double seconds() {
    return taken.toMillis() / MILLIS;
  }
}
