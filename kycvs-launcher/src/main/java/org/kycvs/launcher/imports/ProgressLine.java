package org.kycvs.launcher.imports;

/** A line that tells how far something is, each time in place of the last. */
public interface ProgressLine {
  /** For where nobody watches. */
  ProgressLine NONE = text -> {};

  /** Shows the text; an empty one takes the line away. */
  void show(String text);
}
