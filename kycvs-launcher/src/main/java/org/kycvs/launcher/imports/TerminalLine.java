package org.kycvs.launcher.imports;

import java.io.PrintWriter;

/** Overwrites one line of a terminal (ECMA-48, "erase in line"). */
public final class TerminalLine implements ProgressLine {
  private static final String BEGIN_AND_ERASE = "\r\u001b[K";

  private final PrintWriter terminal;

  /** At the end of what was written there. */
  public TerminalLine(PrintWriter terminal) {
    this.terminal = terminal;
  }

  @Override
  public void show(String text) {
    terminal.print(BEGIN_AND_ERASE + text);
    terminal.flush();
  }
}
