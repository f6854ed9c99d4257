package org.kycvs.launcher;

/** What every command's exit code means. */
public final class ExitCode {
  /** What was asked was done, or the answer is yes. */
  public static final int DONE = 0;

  /** What was asked was not done, or the answer is no. */
  public static final int NO = 1;

  /** The command was used wrongly, or a configuration value is wrong. */
  public static final int USAGE = 2;

  /** A server, database or file could not be reached. */
  public static final int UNREACHABLE = 3;

  private ExitCode() {}
}
