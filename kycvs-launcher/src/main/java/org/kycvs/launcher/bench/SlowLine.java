package org.kycvs.launcher.bench;

import org.kycvs.bench.BenchProgress;
import org.kycvs.launcher.imports.ProgressLine;

/** Shows a few of the many things that a benchmark tells, so that telling takes no time. */
final class SlowLine implements BenchProgress {
  private static final long PAUSE_NANOS = 200_000_000;

  private final ProgressLine line;
  private long shownAt = System.nanoTime() - PAUSE_NANOS;

  SlowLine(ProgressLine line) {
    this.line = line;
  }

  @Override
  public void tell(String doing) {
    long now = System.nanoTime();
    if (doing.isEmpty() || now - shownAt >= PAUSE_NANOS) {
      shownAt = now;
      line.show(doing);
    }
  }
}
