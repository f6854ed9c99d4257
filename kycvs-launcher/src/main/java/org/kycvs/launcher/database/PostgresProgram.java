package org.kycvs.launcher.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kycvs.launcher.CommandException;
import org.kycvs.launcher.ExitCode;

/**
 * Runs one of PostgreSQL's programs to its end.
 *
 * <p>PostgreSQL refuses to run as root. Root may give a process a user namespace of its own, in
 * which it is nobody, while its files stay root's: {@code unshare --user}.
 */
final class PostgresProgram {
  private final PostgresBinaries binaries;
  private final boolean root;

  PostgresProgram(PostgresBinaries binaries, boolean root) {
    this.binaries = binaries;
    this.root = root;
  }

  /** For the user who owns the folder, which this process made. */
  static PostgresProgram of(PostgresBinaries binaries, Path ownFolder) {
    try {
      return new PostgresProgram(binaries, Files.getAttribute(ownFolder, "unix:uid").equals(0));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What a program printed, and its exit code. */
  record Result(int exitCode, String output) {
    boolean succeeded() {
      return exitCode == 0;
    }

    /** The line that says most: the last one, without the program's name. */
    String reason() {
      return output
          .lines()
          .filter(line -> !line.isBlank())
          .reduce((first, second) -> second)
          .orElse("exit code " + exitCode);
    }
  }

  /** Runs it; its server, if it starts one, lives on. */
  Result run(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    if (root) {
      command.addAll(List.of("unshare", "--user"));
    }
    command.add(binaries.program(name).toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("KYCVS_"));
    builder.environment().put("LC_ALL", "C");
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      Result result = new Result(process.waitFor(), output);
      if (root && output.startsWith("unshare: ")) {
        throw new CommandException(
            ExitCode.NO,
            "PostgreSQL does not run as root and this machine allows no user namespaces ("
                + result.reason()
                + "); start as another user, or name a database with KYCVS_DB_URL");
      }
      return result;
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.NO, "cannot run " + command.get(0) + ": " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while running " + name, e);
    }
  }
}
