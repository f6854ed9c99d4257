package org.kycvs.launcher;

import java.io.Serial;

/** Ends a command with one line for its user and an exit code. */
public final class CommandException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  /** With one of {@link ExitCode} and a line that says what to do. */
  public CommandException(int exitCode, String line) {
    super(line);
    this.exitCode = exitCode;
  }

  /** One of {@link ExitCode}. */
  public int exitCode() {
    return exitCode;
  }
}
