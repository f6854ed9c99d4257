package org.kycvs.launcher.report;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a command has to say. */
public interface Report {

  /** Whether what was asked was done, or the answer is yes. */
  boolean isDone();

  /** For a person at a terminal of 80 columns; one line if it is not done. */
  String text();

  /** For a program: times in UTC, references as texts, since they may have 18 digits. */
  Map<String, @Nullable Object> json();
}
