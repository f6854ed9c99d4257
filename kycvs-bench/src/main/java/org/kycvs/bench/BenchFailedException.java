package org.kycvs.bench;

import java.io.Serial;

/** A benchmark measured nothing that could be relied on, because something did not do its work. */
public final class BenchFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With one line that says what went wrong. */
  public BenchFailedException(String line) {
    super(line);
  }
}
